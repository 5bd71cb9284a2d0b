import { useMutation } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunDetails } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { LinkButton } from '../../../kit/link-button.tsx'
import { Loading } from '../../../kit/loading.tsx'
import { Page } from '../../../kit/page.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { problemOf } from '../../../kit/problem-words.ts'
import { useSay } from '../../../words.tsx'
import { ProgressOf } from './progress-of.tsx'
import { RunRefused } from './run/run-refused.tsx'
import { SyncLink, syncTarget } from './run/sync-link.tsx'
import { isMoving, keepRun, useRun } from './run/use-run.ts'
import { standstillOf } from './standstill.ts'
import './sync.css'

/** The sync as it is carried out (UX C11). Comes back by itself after a lost connection, and leads to *Finished*. */
export function SyncProgress() {
  const say = useSay()
  const { code } = useSchool()
  const { run, error } = useRun()
  if (error !== null && run === undefined) return <RunRefused error={error} />
  if (run === undefined)
    return (
      <Page title={say('sync.title')}>
        <Loading />
      </Page>
    )
  if (run === null) return <Navigate {...syncTarget(code, '')} replace />
  if (run.state === 'applied' || run.state === 'undone') return <Navigate {...syncTarget(code, 'done', run.id)} replace />
  return <Syncing run={run} />
}

function Syncing({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { name } = useSchool()
  const [wasStopped, setStopped] = useState(false)
  const stop = useStop(run, () => setStopped(true))
  const mayStop = useMay('run.apply')
  const title = say(run.purpose === 'undo' ? 'sync.progress.undo_title' : 'sync.progress.title', { school: name })
  return (
    <Page title={title} lead={isMoving(run) ? say('sync.progress.leave') : undefined}>
      {isMoving(run) ? (
        <>
          <ProgressOf run={run} />
          {stop.error !== null && <ProblemView error={stop.error} />}
          {mayStop && (
            <Button kind="secondary" isBusy={stop.isPending} onClick={() => stop.mutate()}>
              {say(stop.isPending ? 'sync.progress.stopping' : 'sync.progress.stop')}
            </Button>
          )}
        </>
      ) : (
        <NotMoving run={run} wasStopped={wasStopped} />
      )}
    </Page>
  )
}

function NotMoving({ run, wasStopped }: { readonly run: RunDetails; readonly wasStopped: boolean }) {
  const say = useSay()
  const why = standstillOf(run, wasStopped)
  const { failure } = run
  if (why === 'failed' || why === 'changed')
    return (
      <>
        <Banner kind={why === 'failed' ? 'problem' : 'notice'} title={why === 'failed' ? say('sync.progress.failed') : failure?.title}>
          <div role="alert">
            {why === 'failed' && <p>{failure?.title}</p>}
            <p>{failure?.cure}</p>
          </div>
        </Banner>
        {run.heldFrom === null && run.firstOf === null ? (
          <SyncLink to="" kind="primary">
            {say('sync.start.title')}
          </SyncLink>
        ) : (
          <BackToReview run={run} />
        )}
      </>
    )
  return (
    <>
      <Banner kind="notice">
        <p role="status">{say(why === 'stopped' ? 'sync.progress.stopped' : 'sync.done.not_yet')}</p>
      </Banner>
      <BackToReview run={run} />
    </>
  )
}

/** Where the plan of a run is looked at: a part on hold has a page of its own, a first part belongs to the plan it was cut from. */
function BackToReview({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  return run.heldFrom === null ? (
    <SyncLink to="review" run={run.firstOf ?? run.id} kind="primary">
      {say('sync.progress.again')}
    </SyncLink>
  ) : (
    <LinkButton to="/s/$school/holds/$run" params={{ school, run: run.id }}>
      {say('sync.progress.again')}
    </LinkButton>
  )
}

/** A sync that was quicker than the person is no problem: the page goes on to what came of it. */
function useStop(run: RunDetails, onStopped: () => void) {
  const { code: school } = useSchool()
  const params = { school, run: run.id }
  return useMutation({
    mutationFn: async () => {
      try {
        return await call('runs.stop', { params })
      } catch (error) {
        if (problemOf(error)?.code !== 'run.nothing_to_stop') throw error
        return call('runs.read', { params })
      }
    },
    onSuccess: (stopped) => {
      if (stopped.state === 'ready' || stopped.state === 'discarded') onStopped()
      keepRun(school, stopped)
    },
  })
}
