import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { endAsGone, holdingDecisions } from '../review/index.ts'
import { recordKey } from '../roster/index.ts'
import { type KeptUpload, latestUpload } from '../snapshots/index.ts'
import { absenceOf } from './absence-of.ts'
import { countChangedPeople } from './read-upload.ts'
import { refreshReview } from './refresh-review.ts'
import { factsOf, readsUpload, takeReading, type UploadRun } from './review-facts.ts'
import { type LockedReview, lockReview, REVIEWABLE, reopen } from './review-locked.ts'
import { rereadRun } from './run.store.ts'
import type { Run } from './run.ts'
import type { RunContext } from './run-context.ts'

/**
 * Reads the newest upload into a review that is open: the same run, and everything that was decided in it and still has its
 * record. Decisions whose records are gone are ended and can be listed. Refused where there is nothing newer.
 */
export async function refreshRun(
  tx: SchoolTx,
  { runId, context }: { readonly runId: string; readonly context: RunContext },
): Promise<Result<Run, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  const locked = await lockReview(tx, runId)
  if (!locked.ok) return locked
  const { run, school } = locked.value
  const newer = await newerUpload(tx, run)
  if (newer === undefined) return fail(problem('run.nothing_newer'))
  return ok(await readInto(tx, { school, run }, { uploadId: newer.id, context }))
}

/** Reads an upload into a review: what was decided in it and has lost its record is ended, the rows are computed anew. */
export async function readInto(
  tx: SchoolTx,
  { school, run }: LockedReview,
  { uploadId, context }: { readonly uploadId: string; readonly context: RunContext },
): Promise<Run> {
  const at = context.ids.clock()
  const open: UploadRun = { ...(await reopen(tx, run, at)), uploadId }
  const taken = await takeReading(tx, open, { school, context })
  const { snapshot, rows, refusedRows } = taken.read
  const gone = (await holdingDecisions(tx, run.id)).filter((it) => !snapshot.current.has(recordKey(it.sourceKind, it.sourceId)))
  await endAsGone(
    tx,
    gone.map((it) => it.id),
    at,
  )
  const review = await refreshReview(tx, open, await factsOf(tx, open, taken))
  const result = { ...run.result, rows, refusedRows, absenceUnproven: absenceOf(snapshot), ...review.result }
  return rereadRun(tx, open, { uploadId, snapshot: snapshot.number, result, at })
}

/** How many people a newer upload says otherwise than a review that is open; null: there is none. */
export async function countNewer(tx: SchoolTx, run: Run, key: Uint8Array): Promise<number | null> {
  if (!readsUpload(run) || !REVIEWABLE.includes(run.state)) return null
  const newer = await newerUpload(tx, run)
  return newer === undefined ? null : countChangedPeople(tx, { uploadId: newer.id, connectionId: run.connectionId, key })
}

/** The school's latest upload, where it is of the run's connection and another than the run's. */
async function newerUpload(tx: SchoolTx, run: UploadRun): Promise<KeptUpload | undefined> {
  const latest = await latestUpload(tx)
  return latest !== undefined && latest.connectionId === run.connectionId && latest.id !== run.uploadId ? latest : undefined
}
