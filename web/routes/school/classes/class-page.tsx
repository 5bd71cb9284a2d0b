import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ClassDetails } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { Page } from '../../../kit/page.tsx'
import { StatusTag } from '../../../kit/status-tag.tsx'
import { SummaryList } from '../../../kit/summary-list.tsx'
import { useSay } from '../../../words.tsx'
import { AsOfBar } from '../as-of/as-of-bar.tsx'
import { asOfQuery, useAsOf } from '../as-of/use-as-of.ts'
import { ChangeClass } from './change-class.tsx'

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
      value: say(details.isArchived ? 'classes.archived' : details.isSynced ? 'classes.from_mis' : 'classes.ours'),
    },
  ]
  return (
    <>
      <SummaryList rows={rows} />
      {asOf === undefined && <ChangeClass details={details} />}
      {details.isSynced && <p className="muted">{say('classes.locked')}</p>}
      <h2>{say('classes.members', { count: details.people.length })}</h2>
      {details.people.length === 0 ? (
        <p>{say('classes.empty')}</p>
      ) : (
        <ListTable
          caption={say('classes.members', { count: details.people.length })}
          columns={memberColumns(school, asOf, say)}
          rows={details.people}
          keyOf={(it) => `${it.id} ${it.role}`}
        />
      )}
    </>
  )
}

function memberColumns(school: string, asOf: string | undefined, say: Say): readonly Column<Member>[] {
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
  ]
}
