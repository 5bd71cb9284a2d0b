import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { readPlan } from '../plans/index.ts'
import { dropDecisionsOfRun } from '../review/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { lockRun, moveRun } from './run.store.ts'
import type { Run } from './run.ts'

/** Drops a run that has not been applied. Nothing in the directory changes. */
export async function discardRun(tx: SchoolTx, runId: string, ids: IdSource): Promise<Result<Run, Problem>> {
  await lockSchool(tx)
  const run = await lockRun(tx, runId)
  if (run === undefined) return fail(problem('run.not_found'))
  if (run.state === 'discarded') return ok(run)
  if (run.state === 'applied' || run.state === 'undone') return fail(problem('run.not_discardable', { params: { state: run.state } }))
  const at = ids.clock()
  if (run.options.isInteractive === true) await dropDecisionsOfRun(tx, runId, at)
  const plan = await readPlan(tx, runId)
  await noteAct(tx, { id: newId(ids), action: 'run.discarded', subject: runId, payloadDigest: plan?.hash ?? '', at })
  return ok(await moveRun(tx, run, { to: 'discarded', at }))
}
