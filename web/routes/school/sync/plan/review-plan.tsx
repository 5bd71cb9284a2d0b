import { useState } from 'react'
import type { PlanDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Banner } from '../../../../kit/banner.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Loading } from '../../../../kit/loading.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { problemOf } from '../../../../kit/problem-words.ts'
import { useSay } from '../../../../words.tsx'
import { ErrorsByCause } from '../errors-by-cause.tsx'
import { SyncedFirst } from '../first/rest-waits.tsx'
import { DiscardRun } from '../run/discard-run.tsx'
import { RunPage } from '../run/run-page.tsx'
import { StepFrame } from '../run/step-frame.tsx'
import { SyncLink } from '../run/sync-link.tsx'
import { ApplyPlan } from './apply-plan.tsx'
import { Consequences } from './consequences.tsx'
import { DownloadPlan } from './download-plan.tsx'
import { DuplicatesLine } from './duplicates-line.tsx'
import { Holds } from './holds.tsx'
import { PlanLines } from './plan-lines.tsx'
import { PlanSince } from './plan-since.tsx'
import { PrintPlan } from './print-plan.tsx'
import { type MayMatch, UndecidedDialog } from './undecided-dialog.tsx'
import { usePlan } from './use-plan.ts'
import '../sync.css'

/** The Review step: exactly what *Sync* will do, and nothing else (UX C10). The plan of an undo is reviewed here as well. */
export function ReviewPlan() {
  return <RunPage step="review">{(run) => <PlanOf key={run.id} run={run} />}</RunPage>
}

function PlanOf({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const [mayMatch, setMayMatch] = useState<MayMatch>('ask')
  // making the plan again ends the failure: who has come here because of it still reads why
  const [wasDrifted] = useState(run.failure?.code === 'run.drifted')
  const plan = usePlan(school, run, mayMatch)
  // a plan that was refused is compared with the one that takes its place
  const [refused, setRefused] = useState<string | null>(null)
  const again = (): void => {
    setRefused(plan.data?.hash ?? null)
    void plan.refetch()
  }
  const now = plan.data?.since ?? null
  const since = now !== null && (wasDrifted || now.hash === refused) ? now : null
  const problem = problemOf(plan.error)
  const isUndecided = problem?.code === 'review.undecided'
  const title = say(run.purpose === 'undo' ? 'plan.title_undo' : 'plan.title')
  return (
    <StepFrame run={run} step="review" title={title} lead={plan.data === undefined ? undefined : <PlanLead run={run} plan={plan.data} />}>
      {plan.isFetching && <Loading text={say('plan.making')} />}
      {wasDrifted && (
        <Banner kind="notice">
          <p role="status">{say('plan.drifted')}</p>
        </Banner>
      )}
      {!plan.isFetching && since !== null && <PlanSince run={run} since={since} />}
      {!plan.isFetching && plan.data !== undefined && (
        <PlanBody run={run} plan={plan.data} onAgain={again} onLeaveOut={() => setMayMatch('leave_out')} />
      )}
      {!plan.isFetching && isUndecided && (
        <UndecidedDialog run={run} count={Number(problem?.params?.['count'] ?? 0)} onChoose={setMayMatch} />
      )}
      {!plan.isFetching && plan.error !== null && !isUndecided && (
        <ProblemView error={plan.error} onRetry={() => void plan.refetch()}>
          {problem?.code === 'review.year_groups_unknown' && (
            <p>
              <SyncLink to="years" run={run.id}>
                {say('plan.years_go')}
              </SyncLink>
            </p>
          )}
        </ProblemView>
      )}
      <div className="buttons">
        {run.purpose === 'sync' && (
          <SyncLink to="" run={run.id}>
            {say('plan.back')}
          </SyncLink>
        )}
        <DiscardRun run={run} />
      </div>
    </StepFrame>
  )
}

function PlanLead({ run, plan }: { readonly run: RunDetails; readonly plan: PlanDetails }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const at = say.instant(plan.builtAt, timeZone)
  if (plan.first.length > 0) return <>{say('first.plan_lead', { at })}</>
  if (run.dataFrom === null) return <>{say('plan.lead', { at })}</>
  return <>{say('plan.lead_data', { at, data: say.instant(run.dataFrom, timeZone) })}</>
}

interface PlanBodyProps {
  readonly run: RunDetails
  readonly plan: PlanDetails
  onAgain(): void
  onLeaveOut(): void
}

function PlanBody({ run, plan, onAgain, onLeaveOut }: PlanBodyProps) {
  const say = useSay()
  const isEmpty = plan.changes === 0
  const unseen = plan.lines.flatMap((it) => it.notes).filter((it) => it.code === 'unseen')
  const count = unseen.reduce((sum, it) => sum + Number(it.params['count']), 0)
  return (
    <>
      {isEmpty && (
        <div className="banner banner-done">
          <p>{say(run.purpose === 'undo' ? 'plan.no_changes_undo' : plan.held.length > 0 ? 'plan.held.everything' : 'plan.no_changes')}</p>
        </div>
      )}
      {count > 0 && (
        <div className="banner">
          <p>{say('plan.unseen', { count })}</p>
          <Button kind="secondary" onClick={onLeaveOut}>
            {say('plan.unseen_leave_out', { count })}
          </Button>
        </div>
      )}
      <SyncedFirst plan={plan} />
      <Holds plan={plan} />
      <Consequences plan={plan} />
      <PlanLines run={run} plan={plan} />
      {run.purpose === 'sync' && <ErrorsByCause run={run} />}
      {run.purpose === 'sync' && <DuplicatesLine />}
      {plan.changes > 0 && (
        <>
          <p>{say(run.purpose === 'undo' ? 'plan.totals_undo' : 'plan.totals', plan.totals)}</p>
          <DownloadPlan run={run} plan={plan} />
        </>
      )}
      <PrintPlan run={run} plan={plan} />
      <ApplyPlan run={run} plan={plan} onAgain={onAgain} />
    </>
  )
}
