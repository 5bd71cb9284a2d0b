import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ClassDetails } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Button } from '../../../kit/button.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { Page } from '../../../kit/page.tsx'
import { StatusTag } from '../../../kit/status-tag.tsx'
import { SummaryList } from '../../../kit/summary-list.tsx'
import { VisuallyHidden } from '../../../kit/visually-hidden.tsx'
import { useSay } from '../../../words.tsx'
import { AsOfBar } from '../as-of/as-of-bar.tsx'
import { asOfQuery, useAsOf } from '../as-of/use-as-of.ts'
import { ChangeClass } from './change-class.tsx'
import { OwnClass } from './own-class.tsx'
import { useMembers } from './use-group.ts'

type Member = ClassDetails['people'][number]

/** One class and who is in it. */
export function ClassPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const id = useParams({ strict: false }).class ?? ''
  const asOf = useAsOf()
  const found = useQuery(apiQuery('classes.read', { params: { school, class: id }, ...asOfQuery(asOf) }))
  return (
    <Page
      title={found.data?.name ?? say('classes.one')}
      kicker={
        <Link to="/s/$school/classes" params={{ school }}>
          {say('classes.title')}
        </Link>
      }
    >
      <AsOfBar about={{ class: id }} />
      <Answer query={found} loading={say('classes.loading_one')}>
        {(it) => <ClassOf details={it} />}
      </Answer>
    </Page>
  )
}

function ClassOf({ details }: { readonly details: ClassDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const asOf = useAsOf()
  const members = useMembers(details)
  const mayFill = useMay('groups.edit') && details.isOwnGroup && asOf === undefined
  const [removed, setRemoved] = useState<Member | null>(null)
  const onRemove = (it: Member): void => members.mutate({ add: [], remove: [it.id] }, { onSuccess: () => setRemoved(it) })
  const onUndo = (id: string): void => members.mutate({ add: [id], remove: [] }, { onSuccess: () => setRemoved(null) })
  const rows = [
    { key: 'kind', name: say('field.kind'), value: say(`value.kind.${details.kind}`) },
    { key: 'years', name: say('field.yearGroups'), value: details.yearGroups.join(', ') || say('person.nothing') },
    { key: 'teachers', name: say('classes.teachers'), value: details.teachers.join(', ') || say('classes.no_teacher') },
    {
      key: 'description',
      name: say('field.description'),
      value: details.description ?? say('person.nothing'),
      ...(details.ownsDescription && details.isSynced ? { action: <span className="muted">{say('classes.description_ours')}</span> } : {}),
    },
    {
      key: 'standing',
      name: say('people.sync'),
      value: say(
        details.isArchived
          ? 'classes.archived'
          : details.isSynced
            ? 'classes.from_mis'
            : details.isOwnGroup
              ? 'classes.own_group'
              : 'classes.ours',
      ),
    },
  ]
  return (
    <>
      <SummaryList rows={rows} />
      {asOf === undefined && <OwnClass details={details} />}
      {asOf === undefined && <ChangeClass details={details} />}
      {details.isSynced && <p className="muted">{say('classes.locked')}</p>}
      <h2>{say('classes.members', { count: details.people.length })}</h2>
      {removed !== null && <Removed key={removed.id} name={removed.name} isBusy={members.isPending} onUndo={() => onUndo(removed.id)} />}
      {details.people.length === 0 ? (
        <p>{say('classes.empty')}</p>
      ) : (
        <ListTable
          caption={say('classes.members', { count: details.people.length })}
          columns={memberColumns({ school, asOf, onRemove: mayFill ? onRemove : null }, say)}
          rows={details.people}
          keyOf={(it) => `${it.id} ${it.role}`}
        />
      )}
    </>
  )
}

/** Says who was taken out, with the way back; has the focus: the row that had it is gone. */
function Removed({ name, isBusy, onUndo }: { readonly name: string; readonly isBusy: boolean; onUndo(): void }) {
  const say = useSay()
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    text.current?.focus()
    return () => document.querySelector('h1')?.focus()
  }, [])
  return (
    <div className="buttons">
      <p ref={text} tabIndex={-1}>
        {say('classes.removed_one', { name })}
      </p>
      <Button kind="secondary" isSmall isBusy={isBusy} onClick={onUndo}>
        {say('classes.undo')}
      </Button>
    </div>
  )
}

interface ShownAt {
  readonly school: string
  readonly asOf: string | undefined
  /** Null: nobody can be taken out. */
  readonly onRemove: ((member: Member) => void) | null
}

function memberColumns({ school, asOf, onRemove }: ShownAt, say: Say): readonly Column<Member>[] {
  const acts: readonly Column<Member>[] =
    onRemove === null
      ? []
      : [
          {
            key: 'acts',
            heading: say('classes.acts'),
            cell: (it) => (
              <Button kind="secondary" isSmall onClick={() => onRemove(it)}>
                {say('classes.remove_one')}
                <VisuallyHidden> {it.name}</VisuallyHidden>
              </Button>
            ),
          },
        ]
  return [
    {
      key: 'name',
      heading: say('people.name'),
      cell: (it) => (
        <Link to="/s/$school/people/$person" params={{ school, person: it.id }} search={{ asOf }}>
          {it.name}
        </Link>
      ),
    },
    { key: 'role', heading: say('classes.role'), cell: (it) => say(it.role === 'teacher' ? 'people.kind.staff' : 'people.kind.pupil') },
    { key: 'sync', heading: say('people.sync'), cell: (it) => <StatusTag status={it.sync} /> },
    ...acts,
  ]
}
