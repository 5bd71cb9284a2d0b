import { useMutation } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunDetails } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { useProgress } from '../../../api/use-events.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { LiveRegion } from '../../../kit/live-region.tsx'
import { Loading } from '../../../kit/loading.tsx'
import { Page } from '../../../kit/page.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { problemOf } from '../../../kit/problem-words.ts'
import { Progress } from '../../../kit/progress.tsx'
import { useSay } from '../../../words.tsx'
import { RunRefused } from './run/run-refused.tsx'
import { SyncLink, syncTarget } from './run/sync-link.tsx'
import { isMoving, keepRun, useRun } from './run/use-run.ts'
import './sync.css'

const STAGES = ['preparing', 'checking', 'writing', 'noting', 'done'] as const
type Stage = (typeof STAGES)[number]
/** What the server calls its steps, in the words of the page. */
const STAGE_OF: Readonly<Record<string, Stage>> = { checking: 'checking', writing: 'writing', noting: 'noting' }

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
          <Stages run={run} />
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

function Stages({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const live = useProgress(run.id)
  const isWaiting = run.state === 'ready'
  // what was told while the run was read and compared is over
  const progress = isWaiting ? null : (live ?? run.progress)
  const stage = progress === null ? 'preparing' : (STAGE_OF[progress.step] ?? 'preparing')
  const at = STAGES.indexOf(stage)
  const text = say(isWaiting ? 'sync.progress.waiting' : `sync.progress.${stage}`)
  return (
    <>
      <Progress label={say('sync.progress.label')} text={text} done={at} total={STAGES.length - 1} />
      <ol className="stages" aria-label={say('sync.progress.steps')}>
        {STAGES.map((it, place) => (
          <li key={it} aria-current={it === stage ? 'step' : undefined}>
            <span aria-hidden="true">{place < at ? '✓' : it === stage ? '…' : '○'}</span> {say(`sync.progress.${it}`)}
          </li>
        ))}
      </ol>
      <LiveRegion text={text} />
    </>
  )
}

function NotMoving({ run, wasStopped }: { readonly run: RunDetails; readonly wasStopped: boolean }) {
  const say = useSay()
  const { failure } = run
  if (run.state === 'failed')
    return (
      <>
        <Banner kind="problem" title={say('sync.progress.failed')}>
          <p>{failure?.title}</p>
          <p>{failure?.cure}</p>
        </Banner>
        <SyncLink to="" kind="primary">
          {say('sync.start.title')}
        </SyncLink>
      </>
    )
  return (
    <>
      <Banner kind="notice">
        <p role="status">{say(wasStopped ? 'sync.progress.stopped' : 'sync.done.not_yet')}</p>
      </Banner>
      <SyncLink to="review" run={run.id} kind="primary">
        {say('sync.progress.again')}
      </SyncLink>
    </>
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
      if (stopped.state === 'ready') onStopped()
      keepRun(school, stopped)
    },
  })
}
