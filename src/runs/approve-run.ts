import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { insertApproval, readPlan } from '../plans/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { lockRun, moveRun } from './run.store.ts'
import type { Run } from './run.ts'

/** A person lets a held plan go on: exactly the one with this hash, and no other (N-04). Applying is the next step. */
export async function approveRun(tx: SchoolTx, runId: string, planHash: string, ids: IdSource): Promise<Result<Run, Problem>> {
  await lockSchool(tx)
  const run = await lockRun(tx, runId)
  if (run === undefined) return fail(problem('run.not_found'))
  const plan = await readPlan(tx, runId)
  if (plan === undefined || plan.hash !== planHash) return fail(problem('run.other_plan'))
  if (run.state === 'ready' || run.state === 'applied') return ok(run)
  if (run.state !== 'held') return fail(problem('run.not_ready', { params: { state: run.state } }))
  const at = ids.clock()
  await insertApproval(tx, runId, { planHash, at })
  await noteAct(tx, { id: newId(ids), action: 'run.approved', subject: runId, payloadDigest: planHash, at })
  return ok(await moveRun(tx, run, { to: 'ready', at }))
}
