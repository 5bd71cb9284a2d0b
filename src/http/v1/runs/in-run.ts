import { inSchool, type SchoolTx } from '../../../db/index.ts'
import { fail, isUuid, type Problem, problem, type Result } from '../../../kernel/index.ts'
import type { SchoolScope } from '../../../permission/index.ts'
import { type Run, type RunContext, readRun } from '../../../runs/index.ts'
import type { Refused, Services } from '../../handler.ts'

/** What a handler of one run is given of its call. */
export interface RunCall {
  readonly params: Readonly<Record<string, string>>
  readonly scope: SchoolScope
}

/** Does work about the run of the path, in its school. A run of another school does not exist (D18). */
export async function inRun<Value>(
  { params, scope }: RunCall,
  { database }: Services,
  work: (tx: SchoolTx, run: Run) => Promise<Result<Value, Problem | Refused>>,
): Promise<Result<Value, Problem | Refused>> {
  const runId = runIdOf(params)
  if (runId === null) return fail(problem('run.not_found'))
  return inSchool(database, scope, async (tx) => {
    const run = await readRun(tx, runId)
    return run === undefined ? fail(problem('run.not_found')) : work(tx, run)
  })
}

/** The run of the path; null: no run has such an id. */
export function runIdOf(params: RunCall['params']): string | null {
  const runId = params['run'] ?? ''
  return isUuid(runId) ? runId : null
}

/** What acts about runs take of the server. Nobody watches the steps of an act that a request carries out itself. */
export function contextOf({ ids, key, sendsMail }: Services): RunContext {
  return { ids, key, sendsMail, onStep: async () => {} }
}
