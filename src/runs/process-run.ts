import { type Database, inSchool, isConnectionLost, type SchoolTx } from '../db/index.ts'
import { faultOf, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { SchoolScope } from '../permission/index.ts'
import { lockSchool } from '../schools/index.ts'
import { applyRun } from './apply-run.ts'
import { followCheck } from './check.ts'
import { moverFinder } from './find-movers.ts'
import { lookAtPlan, lookOnly } from './look-only.ts'
import { type PlanContext, planRun } from './plan-run.ts'
import { rehearse } from './rehearsal/rehearse.ts'
import { editRun, lockRun, moveRun, openRun, readRun } from './run.store.ts'
import { mayChange, type Run } from './run.ts'
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
    const waiting = await inSchool(database, scope, (tx) => readRun(tx, runId))
    if (waiting !== undefined && !mayChange(waiting.purpose)) return ok(await look(database, scope, { run: waiting, context, watched }))
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

/** Looks, and goes on with the sync that comes after it. */
async function look(
  database: Database,
  scope: SchoolScope,
  { run: { id, options }, context, watched }: { readonly run: Run; readonly context: RunContext; readonly watched: PlanContext },
): Promise<Run | undefined> {
  const { rehearsedOn } = options
  const looking = (tx: SchoolTx) =>
    rehearsedOn === undefined ? lookAtPlan(tx, id, watched) : rehearse(tx, { runId: id, on: rehearsedOn, context: watched })
  const after = (tx: SchoolTx, run: Run): Promise<void> => followCheck(tx, run, context.ids)
  const looked = await lookOnly(database, scope, { runId: id, context, looking, after })
  const next = await inSchool(database, scope, openRun)
  if (next?.state === 'queued' && next.options.byItself !== undefined) await processRun(database, scope, next.id, context)
  return looked
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
    if (run?.state !== 'ready' || (run.applyPlanHash === null && run.options.byItself === undefined)) return run
    const at = context.ids.clock()
    const waiting = await editRun(tx, run, { at, applyPlanHash: null, applyActor: null })
    if (failure === null) return run.firstOf === null ? waiting : moveRun(tx, waiting, { to: 'discarded', at })
    // nobody decides in a part on hold: it waits again, until somebody looks at it anew
    if (run.heldFrom !== null) return moveRun(tx, waiting, { to: 'held', at, failure })
    if (run.purpose !== 'undo' && run.firstOf === null) return moveRun(tx, waiting, { to: 'reviewing', at, failure })
    const applying = await moveRun(tx, waiting, { to: 'applying', at })
    // nothing is decided in a first part: the plan that it was cut from is made anew
    if (run.firstOf !== null) {
      const whole = await lockRun(tx, run.firstOf)
      if (whole?.state === 'ready' && failure.code === 'run.drifted') await moveRun(tx, whole, { to: 'reviewing', at, failure })
      return moveRun(tx, applying, { to: 'failed', at, failure })
    }
    // nor in an undo: its plan is made anew from the run that it takes back
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
