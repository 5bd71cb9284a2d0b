import { Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Banner } from '../../../../kit/banner.tsx'
import { Loading } from '../../../../kit/loading.tsx'
import { Page } from '../../../../kit/page.tsx'
import { useSay } from '../../../../words.tsx'
import { DECIDING, type StepName, stepsOf } from '../steps.ts'
import { DiscardRun } from './discard-run.tsx'
import { QueueLine } from './queue-line.tsx'
import { RunRefused } from './run-refused.tsx'
import { SyncLink } from './sync-link.tsx'
import { isMoving, useRun } from './use-run.ts'

/**
 * A page of the wizard where people decide: shows `children` for the run it is about once that has been read, and says
 * otherwise what the run is doing. Without a run, and at a step that cannot be started yet, it leads to the overview.
 */
export function RunPage({ step, children }: { readonly step: StepName; children(run: RunDetails): ReactNode }) {
  const { code: school } = useSchool()
  const { run, error } = useRun()
  if (run === undefined) return error === null ? <Waiting step={step} /> : <RunRefused error={error} />
  const overview = <Navigate to="/s/$school/sync" params={{ school }} search={run === null ? {} : { run: run.id }} replace />
  if (run === null) return overview
  if (DECIDING.includes(run.state) && !run.isWaitingToApply) {
    const isClosed = run.purpose === 'sync' && stepsOf(run).some((it) => it.name === step && it.state === 'closed')
    return isClosed ? overview : children(run)
  }
  return <RunState run={run} step={step} />
}

function Waiting({ step }: { readonly step: StepName }) {
  const say = useSay()
  return (
    <Page title={say(`sync.step.${step}`)}>
      <Loading />
    </Page>
  )
}

/** What a run is doing or came to, where nobody can decide in it. */
export function RunState({ run, step }: { readonly run: RunDetails; readonly step?: StepName }) {
  const say = useSay()
  const { code: school } = useSchool()
  const { state, failure } = run
  if (state === 'applied' || state === 'undone')
    return <Navigate to="/s/$school/sync/done" params={{ school }} search={{ run: run.id }} replace />
  if (state === 'applying' || run.isWaitingToApply)
    return <Navigate to="/s/$school/sync/progress" params={{ school }} search={{ run: run.id }} replace />
  return (
    <Page title={say(step === undefined ? 'sync.title' : `sync.step.${step}`)}>
      {isMoving(run) && (
        <>
          <p>{say('sync.overview.reading')}</p>
          <QueueLine run={run} />
          <Loading text={say('sync.overview.reading_step')} />
          <DiscardRun run={run} />
        </>
      )}
      {state === 'discarded' && <Banner kind="notice">{say('sync.discarded')}</Banner>}
      {state === 'failed' && (
        <Banner kind="problem" title={say('sync.overview.failed')}>
          <p>{failure?.title}</p>
          <p>{failure?.cure}</p>
        </Banner>
      )}
      {(state === 'discarded' || state === 'failed') && <SyncLink to="">{say('sync.start.title')}</SyncLink>}
    </Page>
  )
}
