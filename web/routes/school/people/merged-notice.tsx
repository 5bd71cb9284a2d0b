import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonDetails } from '../../../../src/contract/index.ts'
import { apiQuery, call } from '../../../api/client.ts'
import { newKey } from '../../../api/new-key.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { fieldName } from '../../../kit/field-words.ts'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'
import { FieldChanges } from '../history/field-changes.tsx'

/** That a record was merged, into whom or from whom, and the way back (D26). */
export function MergedNotice({ person }: { readonly person: PersonDetails }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const { mergedInto: into, mergedFrom: from } = person
  if (into === null && from.length === 0) return null
  return (
    <>
      {into !== null && (
        <Banner kind="notice" title={say('person.merged_into')}>
          <p>{say('person.merged_into_body', { name: into.name })}</p>
          <ul className="lines">
            <li>
              <Link to="/s/$school/people/$person" params={{ school, person: into.id }}>
                {say('person.merged_into_link')}
              </Link>
            </li>
          </ul>
          <Split person={person.id} name={into.name} until={into.splitUntil} />
        </Banner>
      )}
      {from.length > 0 && (
        <Banner kind="notice" title={say('person.merged_from')}>
          <ul className="lines">
            {from.map((it) => (
              <li key={it.id}>
                <Link to="/s/$school/people/$person" params={{ school, person: it.id }}>
                  {say('person.merged_from_line', { name: it.name, at: say.instant(it.at, timeZone) })}
                </Link>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  )
}

function Split({ person, name, until }: { readonly person: string; readonly name: string; readonly until: string }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const maySplit = useMay('run.undo')
  const [isAsking, setAsking] = useState(false)
  if (!maySplit) return null
  if (new Date(until) < new Date()) return <p className="muted">{say('person.split_late')}</p>
  return (
    <>
      <div className="buttons">
        <Button kind="secondary" onClick={() => setAsking(true)}>
          {say('person.split')}
        </Button>
        <span className="muted">{say('person.split_until', { until: say.instant(until, timeZone) })}</span>
      </div>
      {isAsking && <SplitDialog person={person} name={name} onClose={() => setAsking(false)} />}
    </>
  )
}

function SplitDialog({ person, name, onClose }: { readonly person: string; readonly name: string; onClose(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const params = { school, person }
  const plan = useQuery({ ...apiQuery('people.planSplit', { params }), gcTime: 0, staleTime: 0, retry: false })
  const split = useSplit(params, onClose)
  return (
    <Dialog title={say('person.split_title', { name })} onClose={onClose} isWide>
      <p>{say('person.split_body')}</p>
      <Answer query={plan} loading={say('duplicates.planning')}>
        {({ people }) =>
          people.map((it) => (
            <section key={it.id} aria-labelledby={`split-${it.id}`}>
              <h3 id={`split-${it.id}`}>{say('person.split_fields')}</h3>
              {it.fields.length === 0 ? <p>{say('duplicates.no_change')}</p> : <FieldChanges fields={it.fields} population={it.kind} />}
              {it.stays.length > 0 && (
                <p>{say('person.split_stays', { what: it.stays.map((field) => fieldName(say, field, it.kind)).join(', ') })}</p>
              )}
            </section>
          ))
        }
      </Answer>
      {split.isError && <ProblemView error={split.error} onRetry={() => void plan.refetch()} />}
      <div className="buttons">
        <Button
          isBusy={split.isPending || plan.data === undefined}
          onClick={() => plan.data !== undefined && split.mutate(plan.data.planHash)}
        >
          {say('person.split_do')}
        </Button>
        <Button kind="secondary" data-first-focus onClick={onClose}>
          {say('person.split_keep')}
        </Button>
      </div>
    </Dialog>
  )
}

function useSplit(params: { readonly school: string; readonly person: string }, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (planHash: string) => call('people.split', { params, body: { planHash }, idempotencyKey: newKey() }),
    onSuccess: async () => {
      await Promise.all(['duplicates.list', 'people.list', 'people.read'].map((it) => client.invalidateQueries({ queryKey: [it] })))
      onDone()
    },
  })
}
