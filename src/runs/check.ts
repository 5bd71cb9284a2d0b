import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { latestUpload } from '../snapshots/index.ts'
import { listHeldRuns } from './held-runs.store.ts'
import type { StoredUpload } from './queue-run.ts'
import { hasSynced, insertRun, moveRun, openRun, readRun } from './run.store.ts'
import type { ByItself, Run } from './run.ts'

/** Where a check reads. What it gives has been read whole and is kept, so that a check of a minute later reads the same. */
export interface CheckSource {
  /** The newest complete reading of the school; undefined: there is none. */
  newest(tx: SchoolTx): Promise<StoredUpload | undefined>
}

/** What was uploaded last, while it is kept (7 days, D31). A connection that lives gives what it has just fetched instead. */
export const NEWEST_UPLOAD: CheckSource = {
  newest: async (tx) => {
    const upload = await latestUpload(tx)
    return upload === undefined ? undefined : { uploadId: upload.id, connectionId: upload.connectionId }
  },
}

/** A check: what comes after it, and where it reads. */
export interface CheckRequest {
  readonly afterwards: ByItself
  readonly source: CheckSource
  readonly ids: IdSource
}

/** How a run starts that nobody asks anything. */
const UNASKED = { importNewStaff: null, importNewPupils: null, acceptMayMatch: null, applyWhenReady: false } as const

/** Opens a check, which any worker may carry out. Where there is nothing to read the check has failed, and says so. */
export async function startCheck(tx: SchoolTx, { afterwards, source, ids }: CheckRequest): Promise<Run> {
  assertMayDo(tx.scope, 'run.start')
  await lockSchool(tx)
  const found = await source.newest(tx)
  const [id, at] = [newId(ids), ids.clock()]
  const [connectionId, uploadId] = [found?.connectionId ?? null, found?.uploadId ?? null]
  const options = { ...UNASKED, afterwards }
  await insertRun(tx, { id, purpose: 'check', state: 'queued', connectionId, uploadId, undoesRunId: null, options, at })
  const run = await readRun(tx, id)
  if (run === undefined) throw new Error('A run that was just made is gone.')
  if (found !== undefined) return run
  return moveRun(tx, await moveRun(tx, run, { to: 'reading', at }), { to: 'failed', at, failure: problem('run.no_data') })
}

/** The same for a person, who is told at once where there is nothing to read. */
export async function checkNow(tx: SchoolTx, ids: IdSource): Promise<Result<Run, Problem>> {
  assertMayDo(tx.scope, 'run.start')
  if ((await NEWEST_UPLOAD.newest(tx)) === undefined) return fail(problem('run.no_data'))
  return ok(await startCheck(tx, { afterwards: 'plan', source: NEWEST_UPLOAD, ids }))
}

/**
 * Opens the sync that comes after a check that found something to do, prepared as far as it goes without a person. A run that is
 * open or held is a person's, and stays; only what was prepared from an older file and touched by nobody gives way.
 */
export async function followCheck(tx: SchoolTx, check: Run, ids: IdSource): Promise<void> {
  const { found, summary = [], holds = [] } = check.result
  const { connectionId, uploadId, options } = check
  if (options.afterwards === undefined || found === undefined || connectionId === null) return
  // what is on hold already waits in its own place
  const isHeldAnew = holds.length > 0 && (await listHeldRuns(tx, { connectionId })).length === 0
  if (found.changes === 0 && !isHeldAnew) return
  const open = await openRun(tx)
  if ((open !== undefined && !givesWay(open, check)) || !(await hasSynced(tx))) return
  const hasAdditions = summary.some((it) => it.operation === 'create')
  const byItself = options.afterwards === 'additions' && !hasAdditions ? 'plan' : options.afterwards
  const how = { ...UNASKED, applyWhenReady: byItself !== 'plan', isInteractive: true, byItself }
  await insertRun(tx, {
    ...{ id: newId(ids), purpose: 'sync', state: 'queued', connectionId, uploadId, undoesRunId: null, options: how, at: ids.clock() },
  })
}

function givesWay({ options, version, state, applyPlanHash, uploadId }: Run, check: Run): boolean {
  const isWaiting = (state === 'reviewing' || state === 'ready') && applyPlanHash === null
  return options.byItself !== undefined && version === 1 && isWaiting && uploadId !== check.uploadId
}
