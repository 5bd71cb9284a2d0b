import { useQuery } from '@tanstack/react-query'
import type { RunDetails } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Loading } from '../../../kit/loading.tsx'
import { Page } from '../../../kit/page.tsx'
import { StepLine, StepList } from '../../../kit/step-list.tsx'
import { useSay } from '../../../words.tsx'
import { CohortLine } from './run/cohort-line.tsx'
import { DiscardRun } from './run/discard-run.tsx'
import { RunState } from './run/run-page.tsx'
import { RunProblems } from './run/run-problems.tsx'
import { RunRefused } from './run/run-refused.tsx'
import { SyncLink } from './run/sync-link.tsx'
import { useRun } from './run/use-run.ts'
import { StartSync } from './start/start-sync.tsx'
import { currentStep, DECIDING, STEP_PATHS, type Step, stepsOf } from './steps.ts'
import './sync.css'

/** The open run as a list of steps (UX B3); without one, where a sync starts. */
export function SyncOverview() {
  const say = useSay()
  const { run, error } = useRun()
  if (error !== null && run === undefined) return <RunRefused error={error} />
  if (run === undefined)
    return (
      <Page title={say('sync.title')}>
        <Loading />
      </Page>
    )
  if (run === null) return <StartSync />
  return DECIDING.includes(run.state) && !run.isWaitingToApply ? <Steps run={run} /> : <RunState run={run} />
}

function Steps({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const steps = run.purpose === 'undo' ? stepsOf(run).filter((it) => it.name === 'review') : stepsOf(run)
  const current = run.purpose === 'undo' ? 'review' : currentStep(run)
  const about = say('sync.overview.about', { at: say.instant(run.createdAt, timeZone), by: run.actor })
  return (
    <Page title={say('sync.title')} lead={about} actions={<DiscardRun run={run} />}>
      <CohortLine run={run} />
      {run.purpose === 'undo' && <p>{say('sync.overview.undo')}</p>}
      <StepList label={say('sync.overview.steps')}>
        {steps.map((step) => (
          <StepOf key={step.name} run={run} step={step} />
        ))}
      </StepList>
      <div className="buttons">
        <SyncLink to={STEP_PATHS[current]} run={run.id} kind="primary">
          {current === 'review' ? say('sync.overview.review') : say('sync.overview.continue', { step: say(`sync.step.${current}`) })}
        </SyncLink>
      </div>
      {run.purpose === 'sync' && <RunProblems run={run} />}
    </Page>
  )
}

function StepOf({ run, step }: { readonly run: RunDetails; readonly step: Step }) {
  const say = useSay()
  const { name, state } = step
  const words = say(`sync.step.${name}`)
  return (
    <StepLine state={state} words={say(`sync.state.${state}`)} detail={useStepDetail(run, step)}>
      {state === 'closed' ? (
        words
      ) : (
        <SyncLink to={STEP_PATHS[name]} run={run.id}>
          {words}
        </SyncLink>
      )}
    </StepLine>
  )
}

function useStepDetail(run: RunDetails, { name, state }: Step): string {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const kind = name === 'staff' ? 'staff' : 'pupil'
  const isTable = (name === 'staff' || name === 'pupils') && state !== 'closed'
  const { data } = useQuery({ ...apiQuery('runs.counts', { params: { school, run: run.id }, query: { kind } }), enabled: isTable })
  if (state === 'closed') return say('sync.step_detail.later')
  if (name === 'connect') return run.dataFrom === null ? '' : say('sync.step_detail.connect', { at: say.instant(run.dataFrom, timeZone) })
  if (!isTable || data === undefined) return ''
  const waiting = data.filters.needs_decision
  return waiting > 0 ? say('sync.step_detail.decide', { count: waiting }) : say('sync.step_detail.nothing')
}
