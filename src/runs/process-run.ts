import { type Database, inSchool, isConnectionLost } from '../db/index.ts'
import { faultOf, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { SchoolScope } from '../permission/index.ts'
import { lockSchool } from '../schools/index.ts'
import { applyRun } from './apply-run.ts'
import { moverFinder } from './find-movers.ts'
import { planRun } from './plan-run.ts'
import { editRun, lockRun, moveRun, readRun } from './run.store.ts'
import type { Run } from './run.ts'
import { type RunContext, StopRequested, watchedContext } from './run-context.ts'

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
    const watched = { ...watchedContext(database, scope, { runId, context }), findMovers: moverFinder(database, scope) }
    const planned = await inSchool(database, scope, async (tx) => (await planRun(tx, runId, watched)) ?? (await readRun(tx, runId)))
    const planHash = planToApply(planned)
    if (planHash === null) return ok(planned)
    const applied = await applyRun(database, scope, { runId, planHash, context })
    if (!applied.ok) await withdrawApply(database, scope, { runId, context, failure: applied.failure })
    return applied
  } catch (error) {
    if (isConnectionLost(error)) throw error // the run stays as it is, for whoever comes next
    if (error instanceof StopRequested) return ok(await withdrawApply(database, scope, { runId, context, failure: null }))
    return ok(await failRun(database, scope, { runId, context, error }))
  }
}

/** The plan that a person has said to apply, or that was to be applied without asking; null: it waits. */
function planToApply(run: Run | undefined): string | null {
  if (run?.state !== 'ready') return null
  return run.applyPlanHash ?? (run.options.applyWhenReady ? (run.result.planHash ?? null) : null)
}

/** A plan that was stopped waits again; one that no longer fits what is there is decided about again. */
async function withdrawApply(
  database: Database,
  scope: SchoolScope,
  { runId, context, failure }: { readonly runId: string; readonly context: RunContext; readonly failure: Problem | null },
): Promise<Run | undefined> {
  return inSchool(database, scope, async (tx) => {
    await lockSchool(tx)
    const run = await lockRun(tx, runId)
    if (run?.state !== 'ready' || run.applyPlanHash === null) return run
    const at = context.ids.clock()
    const waiting = await editRun(tx, run, { at, applyPlanHash: null, applyActor: null })
    if (failure === null) return waiting
    if (run.purpose !== 'undo') return moveRun(tx, waiting, { to: 'reviewing', at, failure })
    // nothing is decided in an undo: its plan is made anew from the run that it takes back
    const applying = await moveRun(tx, waiting, { to: 'applying', at })
    return moveRun(tx, applying, { to: 'failed', at, failure: problem('run.undo_drifted', { params: { ...failure.params } }) })
  })
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
