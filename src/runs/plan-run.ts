import type { SchoolTx } from '../db/index.ts'
import { countWaiting, noteMovers } from '../review/index.ts'
import { lockSchool } from '../schools/index.ts'
import { absenceOf } from './absence-of.ts'
import { type FindMovers, newcomers } from './find-movers.ts'
import { refreshReview } from './refresh-review.ts'
import { factsOf, readsUpload, takeReading } from './review-facts.ts'
import { lockRun, moveRun } from './run.store.ts'
import type { Run, RunResult } from './run.ts'
import type { RunContext } from './run-context.ts'
import { storePlan } from './store-plan.ts'

/** What planning takes; without `findMovers` nobody is looked for in other schools. */
export interface PlanContext extends RunContext {
  readonly findMovers?: FindMovers
}

/**
 * Carries a queued run to its plan, or, where a person reviews it, to its rows: reads its upload into a snapshot, matches,
 * plans, and lets the guards look. Writes nothing to the directory (S-49). Gives undefined when the run is no longer queued:
 * somebody else took it, or a newer one replaced it.
 */
export async function planRun(tx: SchoolTx, runId: string, context: PlanContext): Promise<Run | undefined> {
  const { ids } = context
  const school = await lockSchool(tx)
  const queued = await lockRun(tx, runId)
  if (queued?.state !== 'queued' || !readsUpload(queued)) return undefined
  await context.onStep('reading')
  const reading = await moveRun(tx, queued, { to: 'reading', at: ids.clock() })
  const taken = await takeReading(tx, queued, { school, context })
  const { read } = taken
  const result: RunResult = { rows: read.rows, refusedRows: read.refusedRows, absenceUnproven: absenceOf(read.snapshot) }
  const matching = await moveRun(tx, reading, { to: 'matching', at: ids.clock(), snapshot: read.snapshot.number, result })
  await context.onStep('matching')
  const facts = await factsOf(tx, queued, taken)
  const review = await refreshReview(tx, matching, facts)
  // only for a person who reviews: nobody else reads the notes
  if (queued.options.isInteractive === true && context.findMovers !== undefined)
    await noteMovers(tx, runId, await context.findMovers(tx, newcomers(review.rows, facts)))
  const reviewing = await moveRun(tx, matching, { to: 'reviewing', at: ids.clock(), result: review.result })
  if (queued.options.isInteractive === true && (await isForAPerson(tx, queued))) return reviewing
  await context.onStep('planning')
  const { changes, result: planned } = await storePlan(tx, reviewing, { facts, review, context })
  return moveRun(tx, reviewing, { to: changes.length === 0 ? 'applied' : 'ready', at: ids.clock(), result: planned })
}

/** Whether a review waits: a person's always does, one that goes on by itself only while something in it needs somebody. */
async function isForAPerson(tx: SchoolTx, { id, options }: Run): Promise<boolean> {
  if (options.byItself === undefined) return true
  const { pupils, staff, yearGroups } = await countWaiting(tx, id)
  return pupils + staff + yearGroups > 0
}
