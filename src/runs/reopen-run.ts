import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { reviveDecisionsOfRun } from '../review/index.ts'
import { lockSchool, newId } from '../schools/index.ts'
import { findUpload, latestUpload } from '../snapshots/index.ts'
import { readInto } from './refresh-run.ts'
import { readsUpload, type UploadRun } from './review-facts.ts'
import { lockRun, moveRun, openRun } from './run.store.ts'
import type { Run } from './run.ts'
import type { RunContext } from './run-context.ts'

/** A review that was discarded can be had back within this many days (D31). */
const REOPEN_DAYS = 7

/** Until when a discarded review can be had back; null: this run is none. */
export function reopenableUntil(run: Run): Date | null {
  return isDiscardedReview(run) ? new Date(run.changedAt.getTime() + REOPEN_DAYS * 24 * 3_600_000) : null
}

/**
 * Opens a review again that a person discarded, with what was decided in it (D31). It reads what was uploaded last: decisions
 * that no longer apply are ended and can be listed, as when a review is updated. Refused while another run is open.
 */
export async function reopenRun(
  tx: SchoolTx,
  { runId, context }: { readonly runId: string; readonly context: RunContext },
): Promise<Result<Run, Problem>> {
  assertMayDo(tx.scope, 'run.start')
  const school = await lockSchool(tx)
  const run = await lockRun(tx, runId)
  if (run === undefined) return fail(problem('run.not_found'))
  if (!isDiscardedReview(run)) return fail(problem('run.not_reopenable', { params: { state: run.state } }))
  const at = context.ids.clock()
  const until = reopenableUntil(run)
  if (until === null || at > until) return fail(problem('run.too_old_to_reopen', { params: { days: REOPEN_DAYS } }))
  if ((await openRun(tx)) !== undefined) return fail(problem('run.another_open'))
  const upload = await uploadFor(tx, run)
  if (upload === undefined) return fail(problem('run.no_data'))
  await reviveDecisionsOfRun(tx, { runId, connectionId: run.connectionId, discardedAt: run.changedAt, at })
  await noteAct(tx, { id: newId(context.ids), action: 'run.reopened', subject: run.id, payloadDigest: '', at })
  const open: UploadRun = {
    ...run,
    ...(await moveRun(tx, run, { to: 'reviewing', at })),
    uploadId: run.uploadId,
    connectionId: run.connectionId,
  }
  return ok(await readInto(tx, { school, run: open }, { uploadId: upload.id, context }))
}

/** A sync that a person reviewed and nobody finished. What was replaced has given its decisions to its successor. */
function isDiscardedReview(run: Run): run is UploadRun {
  const { state, purpose, options, heldFrom, snapshot, result } = run
  if (state !== 'discarded' || purpose !== 'sync' || heldFrom !== null || snapshot === null) return false
  return readsUpload(run) && options.isInteractive === true && result.isReplaced !== true
}

/** The school's latest upload, where it is of the run's connection; else the run's own, while it is kept. */
async function uploadFor(tx: SchoolTx, run: UploadRun) {
  const latest = await latestUpload(tx)
  return latest?.connectionId === run.connectionId ? latest : findUpload(tx, run.uploadId)
}
