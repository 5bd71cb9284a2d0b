import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { findUpload, latestUpload } from '../snapshots/index.ts'
import { insertRun, openRun, readRun } from './run.store.ts'
import type { Run, RunScope } from './run.ts'

/** What a person wants to review: an upload, or what was uploaded last. */
export interface ReviewRequest {
  readonly scope: RunScope
  readonly uploadId: string | null
  readonly ids: IdSource
}

/** The options of a run that a person reviews. */
const BY_A_PERSON = {
  importNewStaff: null,
  importNewPupils: null,
  acceptMayMatch: null,
  applyWhenReady: false,
  isInteractive: true,
} as const

/**
 * Opens a run for a person to review (S-13: only over a file that is there). It takes the place of the run that was open; what
 * people decided there goes with it.
 */
export async function startReview(tx: SchoolTx, { scope, uploadId, ids }: ReviewRequest): Promise<Result<Run, Problem>> {
  assertMayDo(tx.scope, 'run.start')
  await lockSchool(tx)
  const upload = uploadId === null ? await latestUpload(tx) : await findUpload(tx, uploadId)
  if (upload === undefined) return fail(problem('run.no_data'))
  const { id, connectionId } = upload
  const open = await openRun(tx)
  const choices = open?.options.isInteractive === true ? open.options.choices : undefined
  const options = choices === undefined ? BY_A_PERSON : { ...BY_A_PERSON, choices }
  const runId = newId(ids)
  const at = ids.clock()
  await insertRun(tx, {
    ...{ id: runId, purpose: 'sync', scope, state: 'queued', connectionId, uploadId: id, undoesRunId: null, options, at },
  })
  const run = await readRun(tx, runId)
  if (run === undefined) throw new Error('A run that was just made is gone.')
  return ok(run)
}
