import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FirstChoice, PlanDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { RadioGroup } from '../../../../kit/choice-group.tsx'
import { problemOf } from '../../../../kit/problem-words.ts'
import { Select } from '../../../../kit/select.tsx'
import { useSay } from '../../../../words.tsx'
import { type MayMatch, UndecidedDialog } from '../plan/undecided-dialog.tsx'
import { usePlan } from '../plan/use-plan.ts'
import { RunPage } from '../run/run-page.tsx'
import { StepFrame } from '../run/step-frame.tsx'
import { SyncLink } from '../run/sync-link.tsx'
import { FirstPart } from './first-part.tsx'
import { PeopleChoice } from './people-choice.tsx'
import '../sync.css'

/** Syncs one class or a few people of a plan first, so that somebody can look before the rest (N-14). */
export function SyncFirst() {
  const say = useSay()
  return (
    <RunPage step="review">
      {(run) => (
        <StepFrame run={run} step="review" title={say('first.title')} lead={say('first.lead')}>
          <Choosing key={run.id} run={run} />
          <div className="buttons">
            <SyncLink to="review" run={run.id}>
              {say('first.back')}
            </SyncLink>
          </div>
        </StepFrame>
      )}
    </RunPage>
  )
}

function Choosing({ run }: { readonly run: RunDetails }) {
  const { code: school } = useSchool()
  const [mayMatch, setMayMatch] = useState<MayMatch>('ask')
  const plan = usePlan(school, run, mayMatch)
  const problem = problemOf(plan.error)
  if (problem?.code === 'review.undecided')
    return <UndecidedDialog run={run} count={Number(problem.params?.['count'] ?? 0)} onChoose={setMayMatch} />
  // another plan, other changes: who comes first is chosen anew
  return <Answer query={plan}>{(it) => <WhoIsFirst key={it.hash} run={run} plan={it} onAgain={() => void plan.refetch()} />}</Answer>
}

function WhoIsFirst({ run, plan, onAgain }: { readonly run: RunDetails; readonly plan: PlanDetails; onAgain(): void }) {
  const say = useSay()
  const [how, setHow] = useState<'class' | 'people'>('class')
  const [ref, setRef] = useState('')
  const [people, setPeople] = useState<ReadonlyMap<string, string>>(new Map())
  const choice = choiceOf()
  return (
    <>
      <RadioGroup
        id="first-who"
        label={say('first.who')}
        value={how}
        onChange={setHow}
        choices={[
          { value: 'class', label: say('first.class'), inside: how === 'class' && <ClassChoice run={run} value={ref} onChange={setRef} /> },
          {
            value: 'people',
            label: say('first.people'),
            inside: how === 'people' && <PeopleChoice run={run} chosen={people} onChange={setPeople} />,
          },
        ]}
      />
      {choice !== null && <FirstPart run={run} plan={plan} choice={choice} onAgain={onAgain} />}
    </>
  )

  function choiceOf(): FirstChoice | null {
    if (how === 'class') return ref === '' ? null : { class: ref }
    return people.size === 0 ? null : { people: [...people.keys()].sort() }
  }
}

/** The classes of which the sync changes somebody, each with its records. */
function ClassChoice({ run, value, onChange }: { readonly run: RunDetails; readonly value: string; onChange(ref: string): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const classes = useQuery({ ...apiQuery('runs.firstClasses', { params: { school, run: run.id } }), staleTime: 0 })
  return (
    <Answer query={classes}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{say('first.no_classes')}</p>
        ) : (
          <Select
            id="first-class"
            label={say('first.which')}
            value={value}
            options={[
              { value: '', label: say('first.choose') },
              ...items.map((it) => ({ value: it.ref, label: say('first.option', { name: it.name, count: it.changes }) })),
            ]}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Answer>
  )
}
