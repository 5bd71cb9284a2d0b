import { type Database, inSchool } from '../db/index.ts'
import { ok, type Problem, type Result } from '../kernel/index.ts'
import type { SchoolScope } from '../permission/index.ts'
import { applyRun } from './apply-run.ts'
import { planRun, type RunContext } from './plan-run.ts'
import { readRun } from './run.store.ts'
import type { Run } from './run.ts'

/**
 * Carries one run as far as it goes without a person: to its plan, and, where it was asked for and no guard holds, through
 * apply. May be called again at any time, by anybody: it goes on from where the run stands. Undefined: there is no such run.
 */
export async function processRun(
  database: Database,
  scope: SchoolScope,
  runId: string,
  context: RunContext,
): Promise<Result<Run | undefined, Problem>> {
  const planned = await inSchool(database, scope, async (tx) => (await planRun(tx, runId, context)) ?? (await readRun(tx, runId)))
  if (planned?.state !== 'ready' || !planned.options.applyWhenReady || planned.result.planHash === undefined) return ok(planned)
  return applyRun(database, scope, { runId, planHash: planned.result.planHash, context })
}
