import { applyPlan } from '../../apply/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { readDirectory } from '../../directory/index.ts'
import { fail, instantIn, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import { type Change, readChanges } from '../../plans/index.ts'
import { readDecisions } from '../../review/index.ts'
import { type IdSource, lockSchool, newId, readSchool } from '../../schools/index.ts'
import { findUpload, latestUpload } from '../../snapshots/index.ts'
import { listHeldRuns } from '../held-runs.store.ts'
import { findings } from '../look-only.ts'
import { type PlanContext, planRun } from '../plan-run.ts'
import { insertRun, readRun } from '../run.store.ts'
import type { Run, RunResult } from '../run.ts'
import { rehearsalReport } from './rehearsal-report.ts'

const NOON = 12 * 60

/** What to rehearse: a file, or the newest that there is, as on a day. */
export interface RehearsalRequest {
  readonly uploadId: string | null
  /** `YYYY-MM-DD` */
  readonly on: string
  readonly ids: IdSource
}

/** Opens a rehearsal, which any worker may carry out (N-11). It takes the place of nothing but an earlier one that has not begun. */
export async function startRehearsal(tx: SchoolTx, { uploadId, on, ids }: RehearsalRequest): Promise<Result<Run, Problem>> {
  assertMayDo(tx.scope, 'run.start')
  await lockSchool(tx)
  const upload = uploadId === null ? await latestUpload(tx) : await findUpload(tx, uploadId)
  if (upload === undefined) return fail(problem('run.no_data'))
  const [id, at] = [newId(ids), ids.clock()]
  const options = { importNewStaff: null, importNewPupils: null, acceptMayMatch: null, applyWhenReady: false, rehearsedOn: on }
  const read = { connectionId: upload.connectionId, uploadId: upload.id }
  await insertRun(tx, { ...read, id, purpose: 'rehearsal', state: 'queued', undoesRunId: null, options, at })
  const run = await readRun(tx, id)
  if (run === undefined) throw new Error('A run that was just made is gone.')
  return ok(run)
}

/**
 * Does a whole sync as on a day to come, and tells what became of the school. In the caller's transaction, which is to be taken
 * back: it writes like any sync. What a guard would hold is carried out too, and said. Undefined: nobody waits for the run.
 */
export async function rehearse(
  tx: SchoolTx,
  { runId, on, context }: { readonly runId: string; readonly on: string; readonly context: PlanContext },
): Promise<RunResult | undefined> {
  const { timeZone } = await readSchool(tx)
  const then = instantIn(timeZone, on, NOON)
  const ids: IdSource = { ...context.ids, clock: () => then }
  const planned = await planRun(tx, runId, { ...context, ids })
  if (planned === undefined) return undefined
  const before = await readDirectory(tx)
  const changes = await wholePlan(tx, runId)
  const { vetoes } = await readDecisions(tx, planned.connectionId ?? '', runId)
  const applied = await applyPlan(tx, { runId, changes, vetoes, ids, onStep: context.onStep })
  if (!applied.ok) throw new Error('A plan that was just made does not fit.')
  const kept = await findings(tx, planned)
  const told = { holds: planned.result.holds ?? [], leftWithoutClass: kept.found?.withoutClass ?? 0 }
  return { ...kept, rehearsal: rehearsalReport(before, await readDirectory(tx), told) }
}

/** A run's plan with the parts that guards have cut out of it, in the order of their keys. */
async function wholePlan(tx: SchoolTx, runId: string): Promise<readonly Change[]> {
  const parts = [runId, ...(await listHeldRuns(tx, { from: [runId] })).map((it) => it.id)]
  const changes: Change[] = []
  for (const part of parts) changes.push(...(await readChanges(tx, part)))
  return changes.sort((a, b) => (a.key < b.key ? -1 : 1))
}
