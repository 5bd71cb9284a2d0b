import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FirstChoice, FirstPart as Part, PlanDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { problemOf } from '../../../../kit/problem-words.ts'
import { useSay } from '../../../../words.tsx'
import { Consequences } from '../plan/consequences.tsx'
import { lineWords } from '../plan/line-words.ts'
import { syncTarget } from '../run/sync-link.tsx'
import { keepRun } from '../run/use-run.ts'

interface FirstPartProps {
  readonly run: RunDetails
  readonly plan: PlanDetails
  readonly choice: FirstChoice
  /** Makes the plan again, where it is no longer the one that was shown. */
  onAgain(): void
}

/** What would be synced first, with its numbers, and the button that does exactly that. */
export function FirstPart({ run, plan, choice, onAgain }: FirstPartProps) {
  const { code: school } = useSchool()
  const params = { school, run: run.id }
  const body = { planHash: plan.hash, choice }
  const part = useQuery({
    queryKey: ['runs.showFirst', { params }, body],
    queryFn: ({ signal }) => call('runs.showFirst', { params, body, signal }),
    gcTime: 0,
    retry: false,
  })
  if (problemOf(part.error)?.status === 409) return <Overtaken error={part.error} onAgain={onAgain} />
  return <Answer query={part}>{(it) => <Shown run={run} plan={plan} choice={choice} part={it} onAgain={onAgain} />}</Answer>
}

/** Somebody decided meanwhile: trying the same once more can only be refused once more. */
function Overtaken({ error, onAgain }: { readonly error: Error | null; onAgain(): void }) {
  const say = useSay()
  if (error === null) return null
  return (
    <ProblemView error={error}>
      <Button onClick={onAgain}>{say('plan.again')}</Button>
    </ProblemView>
  )
}

function Shown({ run, plan, choice, part, onAgain }: FirstPartProps & { readonly part: Part }) {
  const say = useSay()
  const apply = useApplyFirst(run, { planHash: plan.hash, choice, firstHash: part.hash })
  return (
    <>
      <section className="plan-section" aria-labelledby="first-what">
        <h2 id="first-what">{say('first.what')}</h2>
        <ul>
          {part.lines.map((it) => (
            <li key={it.id}>{lineWords(say, it)}</li>
          ))}
        </ul>
        {part.lines.some((it) => it.section === 'classes') && <p>{say('first.needed')}</p>}
        <p role="status">{say('first.left', { count: plan.changes - part.changes })}</p>
      </section>
      <Consequences plan={part} />
      {apply.error !== null &&
        (problemOf(apply.error)?.status === 409 ? (
          <Overtaken error={apply.error} onAgain={onAgain} />
        ) : (
          <ProblemView error={apply.error} />
        ))}
      <div className="buttons">
        <Button isBusy={apply.isPending} onClick={() => apply.mutate()}>
          {apply.isPending ? say('first.starting') : say('first.do', { count: part.changes })}
        </Button>
      </div>
    </>
  )
}

function useApplyFirst(run: RunDetails, body: { readonly planHash: string; readonly choice: FirstChoice; readonly firstHash: string }) {
  const { code: school } = useSchool()
  const navigate = useNavigate()
  const [key] = useState(newKey)
  return useMutation({
    mutationFn: () => call('runs.applyFirst', { params: { school, run: run.id }, body, idempotencyKey: key }),
    onSuccess: (applying) => {
      keepRun(school, applying)
      void navigate(syncTarget(school, 'progress', applying.id))
    },
  })
}
