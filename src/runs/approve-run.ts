import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { insertApproval, readChanges, readPlan } from '../plans/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { fingerprints, isOfLatestRead, needsNumber } from './approval.ts'
import { lockRun, moveRun } from './run.store.ts'
import type { Run } from './run.ts'

/** A person's word that a part on hold may go on. */
export interface ApprovalWord {
  readonly runId: string
  readonly planHash: string
  /**
   * The number of changes as the person typed it, which a large part needs; null: none. `by_hash`: a command, whose hash is
   * itself what was typed.
   */
  readonly typed: number | 'by_hash' | null
  readonly ids: IdSource
}

/**
 * A person lets what a guard holds go on: exactly the plan with this hash, and no other (N-04), for `APPROVAL_DAYS`. Refused
 * when something has been read since, and for a large part without its number. Applying is the next step.
 */
export async function approveRun(tx: SchoolTx, { runId, planHash, typed, ids }: ApprovalWord): Promise<Result<Run, Problem>> {
  await lockSchool(tx)
  const run = await lockRun(tx, runId)
  if (run === undefined) return fail(problem('run.not_found'))
  const plan = await readPlan(tx, runId)
  if (plan === undefined || plan.hash !== planHash) return fail(problem('run.other_plan'))
  if (run.state === 'applied') return ok(run)
  if (run.heldFrom === null || (run.state !== 'held' && run.state !== 'ready'))
    return fail(problem('run.not_ready', { params: { state: run.state } }))
  if (!(await isOfLatestRead(tx, run))) return fail(problem('hold.newer_read'))
  const changes = await readChanges(tx, runId)
  if (typed !== 'by_hash' && needsNumber(run) && typed !== changes.length)
    return fail(problem(typed === null ? 'hold.number_missing' : 'hold.number_wrong', { params: { count: changes.length } }))
  const at = ids.clock()
  await insertApproval(tx, runId, { planHash, at, changes: fingerprints(changes) })
  await noteAct(tx, { id: newId(ids), action: 'run.approved', subject: runId, payloadDigest: planHash, at })
  return ok(run.state === 'ready' ? run : await moveRun(tx, run, { to: 'ready', at }))
}
