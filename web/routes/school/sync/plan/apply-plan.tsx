import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlanDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useIsOnline } from '../../../../kit/offline-banner.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { problemOf } from '../../../../kit/problem-words.ts'
import { useSay } from '../../../../words.tsx'
import { syncTarget } from '../run/sync-link.tsx'
import { keepRun } from '../run/use-run.ts'

/** The one button of the page: its number and effect are the plan's, and exactly this plan is applied. */
export function ApplyPlan({ run, plan, onAgain }: { readonly run: RunDetails; readonly plan: PlanDetails; onAgain(): void }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const [isAsking, setAsking] = useState(false)
  const apply = useApply(run, plan)
  const isOnline = useIsOnline()
  const isHeld = plan.state === 'held'
  const leftOut = plan.lines.filter((it) => it.section === 'left_out').reduce((sum, it) => sum + it.count, 0)
  const until = say.instant(plan.undoableUntil, timeZone)
  if (isHeld && !plan.mayApprove) return null
  return (
    <div className="apply">
      {leftOut > 0 && <p>{say('plan.left_out_note', { count: leftOut })}</p>}
      {plan.changes > 0 && run.purpose === 'sync' && <p id="apply-note">{say('plan.undoable', { at: until })}</p>}
      {!isOnline && <p id="apply-offline">{say('kit.offline')}</p>}
      {apply.error !== null && (
        <ProblemView error={apply.error} {...(problemOf(apply.error)?.status === 409 ? { onRetry: onAgain } : {})} />
      )}
      <div className="buttons">
        <Button
          isBusy={apply.isPending}
          aria-disabled={isOnline ? undefined : true}
          aria-describedby={isOnline ? undefined : 'apply-offline'}
          onClick={() => (isHeld ? setAsking(true) : apply.mutate())}
        >
          {apply.isPending ? say('plan.starting') : buttonWords()}
        </Button>
      </div>
      {isAsking && (
        <Dialog title={say('plan.held.confirm_title')} onClose={() => setAsking(false)}>
          <p>{say('plan.held.confirm_body', { at: until })}</p>
          <div className="buttons">
            <Button kind="secondary" isBusy={apply.isPending} onClick={() => apply.mutate()}>
              {buttonWords()}
            </Button>
            <Button data-first-focus onClick={() => setAsking(false)}>
              {say('plan.held.keep')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )

  function buttonWords(): string {
    const count = plan.changes
    if (isHeld) return say('plan.held.approve', { count })
    if (count === 0) return say('plan.finish')
    return say(run.purpose === 'undo' ? 'plan.undo' : 'plan.sync', { count })
  }
}

function useApply(run: RunDetails, { hash, state }: PlanDetails) {
  const { code: school } = useSchool()
  const navigate = useNavigate()
  const mayApprove = useMay('run.approve')
  const params = { school, run: run.id }
  const body = { planHash: hash }
  return useMutation({
    mutationFn: async () => {
      if (state === 'held' && mayApprove) await call('runs.approve', { params, body, idempotencyKey: newKey() })
      return call('runs.apply', { params, body, idempotencyKey: newKey() })
    },
    onSuccess: (applying) => {
      keepRun(school, applying)
      void navigate(syncTarget(school, 'progress', run.id))
    },
  })
}
