import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { PlanDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { useIsOnline } from '../../../../kit/offline-banner.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { problemOf } from '../../../../kit/problem-words.ts'
import { useSay } from '../../../../words.tsx'
import { FirstLink } from '../first/rest-waits.tsx'
import { syncTarget } from '../run/sync-link.tsx'
import { keepRun } from '../run/use-run.ts'

/** The one button of the page: its number and effect are the plan's, and exactly this plan is applied. */
export function ApplyPlan({ run, plan, onAgain }: { readonly run: RunDetails; readonly plan: PlanDetails; onAgain(): void }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const apply = useApply(run, plan)
  const isOnline = useIsOnline()
  const leftOut = plan.lines.filter((it) => it.section === 'left_out' && it.act !== 'ignored').reduce((sum, it) => sum + it.count, 0)
  const until = say.instant(plan.undoableUntil, timeZone)
  return (
    <div className="apply">
      {leftOut > 0 && <p>{say('plan.left_out_note', { count: leftOut })}</p>}
      {plan.changes > 0 && run.purpose === 'sync' && <p id="apply-note">{say('plan.undoable', { at: until })}</p>}
      {!isOnline && <p id="apply-offline">{say('kit.offline')}</p>}
      {apply.error !== null && (
        <ProblemView error={apply.error}>
          {problemOf(apply.error)?.status === 409 && (
            <Button kind="secondary" onClick={onAgain}>
              {say('plan.again')}
            </Button>
          )}
        </ProblemView>
      )}
      <div className="buttons">
        <Button
          isBusy={apply.isPending}
          aria-disabled={isOnline ? undefined : true}
          aria-describedby={isOnline ? undefined : 'apply-offline'}
          onClick={() => apply.mutate()}
        >
          {apply.isPending ? say('plan.starting') : buttonWords()}
        </Button>
        <FirstLink run={run} plan={plan} />
      </div>
    </div>
  )

  function buttonWords(): string {
    const count = plan.changes
    if (count === 0) return say('plan.finish')
    return say(run.purpose === 'undo' ? 'plan.undo' : 'plan.sync', { count })
  }
}

function useApply(run: RunDetails, { hash }: PlanDetails) {
  const { code: school } = useSchool()
  const navigate = useNavigate()
  const params = { school, run: run.id }
  const body = { planHash: hash }
  return useMutation({
    mutationFn: () => call('runs.apply', { params, body, idempotencyKey: newKey() }),
    onSuccess: (applying) => {
      keepRun(school, applying)
      void navigate(syncTarget(school, 'progress', run.id))
    },
  })
}
