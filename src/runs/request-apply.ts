import { type Database, inSchool, type SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo, type SchoolScope } from '../permission/index.ts'
import { readPlan } from '../plans/index.ts'
import { type IdSource, lockSchool } from '../schools/index.ts'
import { refuseUnapproved } from './approval.ts'
import { markStop } from './progress.store.ts'
import { editRun, lockRun, moveRun } from './run.store.ts'
import type { Run } from './run.ts'

/**
 * Notes that a person says to apply exactly the plan with this hash (N-04); whoever works on runs carries it out. A crash
 * before it is done loses nothing: the word stands until it is carried out, stopped, or overtaken by a decision.
 */
export async function requestApply(
  tx: SchoolTx,
  { runId, planHash, ids }: { readonly runId: string; readonly planHash: string; readonly ids: IdSource },
): Promise<Result<Run, Problem>> {
  assertMayDo(tx.scope, 'run.apply')
  await lockSchool(tx)
  const run = await lockRun(tx, runId)
  if (run === undefined) return fail(problem('run.not_found'))
  const plan = await readPlan(tx, runId)
  if (plan === undefined || plan.hash !== planHash) return fail(problem('run.other_plan'))
  if (run.state === 'applied') return ok(run)
  if (run.state !== 'ready') return fail(problem('run.not_ready', { params: { state: run.state } }))
  if (run.applyPlanHash === planHash) return ok(run)
  const refusal = await refuseUnapproved(tx, run, ids.clock())
  if (refusal !== null) return fail(refusal)
  await markStop(tx, runId, false)
  return ok(await editRun(tx, run, { at: ids.clock(), applyPlanHash: planHash, applyActor: tx.scope.actor.id }))
}

/**
 * Stops a sync that is not committed yet: what it wrote is rolled back, nothing has been changed. A sync that was quicker than
 * the person is done, and says so.
 */
export async function stopRun(
  database: Database,
  scope: SchoolScope,
  { runId, ids }: { readonly runId: string; readonly ids: IdSource },
): Promise<Result<Run, Problem>> {
  assertMayDo(scope, 'run.apply')
  // first without waiting for the run's lock, which the apply holds until it ends
  await inSchool(database, scope, (tx) => markStop(tx, runId, true))
  return inSchool(database, scope, async (tx) => {
    await lockSchool(tx)
    const run = await lockRun(tx, runId)
    if (run === undefined) return fail(problem('run.not_found'))
    if (run.firstOf !== null && run.state === 'discarded') return ok(run)
    if (run.state !== 'ready') return fail(problem('run.nothing_to_stop', { params: { state: run.state } }))
    // the plan that a first part was cut from is whole: there is nothing to keep it for
    if (run.firstOf !== null) return ok(await moveRun(tx, run, { to: 'discarded', at: ids.clock() }))
    if (run.applyPlanHash === null) return ok(run)
    return ok(await editRun(tx, run, { at: ids.clock(), applyPlanHash: null, applyActor: null }))
  })
}
