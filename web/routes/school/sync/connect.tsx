import { useSchool } from '../../../api/school.tsx'
import { Loading } from '../../../kit/loading.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { DiscardRun } from './run/discard-run.tsx'
import { RunState } from './run/run-page.tsx'
import { RunProblems } from './run/run-problems.tsx'
import { RunRefused } from './run/run-refused.tsx'
import { StepFrame } from './run/step-frame.tsx'
import { SyncLink } from './run/sync-link.tsx'
import { useRun } from './run/use-run.ts'
import { StartSync } from './start/start-sync.tsx'
import { currentStep, DECIDING, STEP_PATHS } from './steps.ts'
import { UploadFile } from './upload/upload-file.tsx'
import { UploadsLink } from './upload/uploads-link.tsx'
import { useUpload } from './upload/use-upload.ts'
import './sync.css'

/** The Connect step: without a run, choose the data and start; with one, what it was read from and what was wrong with that. */
export function Connect() {
  const say = useSay()
  const { timeZone } = useSchool()
  const { run, error } = useRun()
  if (error !== null && run === undefined) return <RunRefused error={error} />
  if (run === undefined)
    return (
      <Page title={say('sync.connect.title')}>
        <Loading />
      </Page>
    )
  if (run === null) return <StartSync />
  if (!DECIDING.includes(run.state)) return <RunState run={run} step="connect" />
  const { rows, dataFrom } = run
  return (
    <StepFrame
      run={run}
      step="connect"
      title={say('sync.connect.title')}
      lead={dataFrom === null ? undefined : say('sync.connect.done', { at: say.instant(dataFrom, timeZone) })}
    >
      {rows !== null && (
        <p>
          {say('sync.connect.rows', { used: rows.used, count: rows.read })}{' '}
          {rows.leftOut > 0 && say('sync.connect.left_out', { count: rows.leftOut })}{' '}
          {rows.rejected > 0 && say('sync.connect.rejected', { count: rows.rejected })}
        </p>
      )}
      <p>{say(run.absenceUnproven === null ? 'sync.connect.absence_proven' : 'sync.connect.absence_unproven')}</p>
      <RunProblems run={run} isOpen />
      <NewerFile />
      <div className="buttons">
        <SyncLink to={STEP_PATHS[currentStep(run)]} run={run.id} kind="primary">
          {say('sync.overview.continue', { step: say(`sync.step.${currentStep(run)}`) })}
        </SyncLink>
        <DiscardRun run={run} />
      </div>
    </StepFrame>
  )
}

/** A newer file while a review is open: its tables offer to update from it, which keeps what was decided. */
function NewerFile() {
  const say = useSay()
  const upload = useUpload()
  return (
    <section>
      <h2>{say('sync.connect.newer')}</h2>
      <p>{say('sync.connect.newer_lead')}</p>
      <UploadFile upload={upload} />
      <UploadsLink />
    </section>
  )
}
