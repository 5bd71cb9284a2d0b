import { type Database, inSchool, isConnectionLost } from '../db/index.ts'
import { ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { SchoolScope } from '../permission/index.ts'
import { lockSchool } from '../schools/index.ts'
import { applyRun } from './apply-run.ts'
import { planRun } from './plan-run.ts'
import { lockRun, moveRun, readRun } from './run.store.ts'
import type { Run } from './run.ts'
import { type RunContext, watchedContext } from './run-context.ts'

/**
 * Carries one run as far as it goes without a person: to its plan, and, where it was asked for and no guard holds, through
 * apply. May be called again at any time, by anybody: it goes on from where the run stands. A fault ends the run as
 * `failed`, with nothing changed. Undefined: there is no such run.
 */
export async function processRun(
  database: Database,
  scope: SchoolScope,
  runId: string,
  context: RunContext,
): Promise<Result<Run | undefined, Problem>> {
  try {
    const watched = watchedContext(database, scope, { runId, context })
    const planned = await inSchool(database, scope, async (tx) => (await planRun(tx, runId, watched)) ?? (await readRun(tx, runId)))
    if (planned?.state !== 'ready' || !planned.options.applyWhenReady || planned.result.planHash === undefined) return ok(planned)
    return await applyRun(database, scope, { runId, planHash: planned.result.planHash, context })
  } catch (error) {
    if (isConnectionLost(error)) throw error // the run stays as it is, for whoever comes next
    return ok(await failRun(database, scope, { runId, context, error }))
  }
}

async function failRun(
  database: Database,
  scope: SchoolScope,
  { runId, context, error }: { readonly runId: string; readonly context: RunContext; readonly error: unknown },
): Promise<Run | undefined> {
  return inSchool(database, scope, async (tx) => {
    await lockSchool(tx)
    const run = await lockRun(tx, runId)
    if (run === undefined) return undefined
    const at = context.ids.clock()
    const failure = problem('run.failed', { params: { fault: faultOf(error) } })
    if (run.state === 'queued') return moveRun(tx, await moveRun(tx, run, { to: 'reading', at }), { to: 'failed', at, failure })
    if (run.state === 'ready') return moveRun(tx, await moveRun(tx, run, { to: 'applying', at }), { to: 'failed', at, failure })
    return run
  })
}

/** What the fault is, without its message: a database's message may quote somebody's data. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const where = /\(?([^\s(/]+\.[jt]s:\d+)/.exec(error.stack?.split('\n').find((line) => /src|dist/.test(line)) ?? '')?.[1] ?? ''
  return `${error.name}${code}${where === '' ? '' : ` at ${where}`}`
}
