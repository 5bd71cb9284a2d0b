import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { lockSchool, type School } from '../schools/index.ts'
import { readsUpload, type UploadRun } from './review-facts.ts'
import { editRun, lockRun, moveRun } from './run.store.ts'
import type { Run, RunChoices } from './run.ts'
import type { RunState } from './states.ts'

/** States in which a person may decide about the people of a run. */
export const REVIEWABLE: readonly RunState[] = ['reviewing', 'ready']

/** A run that a person is deciding about, locked with its school. */
export interface LockedReview {
  readonly school: School
  readonly run: UploadRun
}

/** Takes the school's row and the run's; refuses a run about which nothing can be decided any more. */
export async function lockReview(tx: SchoolTx, runId: string): Promise<Result<LockedReview, Problem>> {
  const school = await lockSchool(tx)
  const run = await lockRun(tx, runId)
  if (run === undefined) return fail(problem('run.not_found'))
  if (!readsUpload(run) || !REVIEWABLE.includes(run.state)) return fail(problem('run.not_reviewable', { params: { state: run.state } }))
  return ok({ school, run })
}

/** The review with other choices, which the next computing of its rows keeps. */
export function withChoices({ school, run }: LockedReview, choices: RunChoices): LockedReview {
  return { school, run: { ...run, options: { ...run.options, choices } } }
}

/** The same for who changes the review as a whole: they must have seen it as it stands. */
export async function lockSeenReview(tx: SchoolTx, runId: string, seen: number): Promise<Result<LockedReview, Problem>> {
  const locked = await lockReview(tx, runId)
  return locked.ok && locked.value.run.version !== seen ? fail(problem('version.changed')) : locked
}

/** Back to deciding, under the run's next version: a plan that was made, and a word to apply it, hold no longer. */
export async function reopen(tx: SchoolTx, run: UploadRun, at: Date): Promise<UploadRun> {
  const open: Run = run.state === 'reviewing' ? run : await moveRun(tx, run, { to: 'reviewing', at, options: run.options })
  const options = run.options.isInteractive === true ? { ...open.options, acceptMayMatch: null } : open.options
  const edited = await editRun(tx, open, { at, options, applyPlanHash: null, applyActor: null })
  return { ...edited, uploadId: run.uploadId, connectionId: run.connectionId }
}
