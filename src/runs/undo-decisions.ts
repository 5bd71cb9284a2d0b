import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { batchesAfter, isBatchWhole, isPutBackPossible, putBack, rowsOfBatch, takeBack } from '../review/index.ts'
import type { Decided } from './decide-rows.ts'
import { reviewAgain } from './review-again.ts'
import { lockReview } from './review-locked.ts'
import type { RunContext } from './run-context.ts'

/** What came of taking decisions back or putting them back. */
export interface Undone extends Pick<Decided, 'run' | 'rowIds'> {
  /** Batches that were taken back, the newest first. */
  readonly batchIds: readonly string[]
}

/** Which batch, in which run. */
interface BatchOfRun {
  readonly runId: string
  readonly batchId: string
  readonly context: RunContext
}

/**
 * Takes one batch of decisions back: the review is exactly as it was before it (S-60). Refused once a later one overruled part
 * of it. `isGoingBack`: takes everything back that was decided after it instead, by whomever, and leaves it.
 */
export async function undecide(tx: SchoolTx, it: BatchOfRun & { readonly isGoingBack: boolean }): Promise<Result<Undone, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  const locked = await lockReview(tx, it.runId)
  if (!locked.ok) return locked
  const whole = await isBatchWhole(tx, it.runId, it.batchId)
  if (whole === 'absent') return fail(problem('decision.not_found'))
  if (whole === 'overtaken' && !it.isGoingBack) return fail(problem('decision.overtaken'))
  const batchIds = it.isGoingBack ? await batchesAfter(tx, it.runId, it.batchId) : [it.batchId]
  const rowIds = new Set<string>()
  // one after the other: what one overruled holds again before it is taken back itself
  for (const batchId of batchIds) {
    for (const id of await rowsOfBatch(tx, it.runId, batchId)) rowIds.add(id)
    await takeBack(tx, batchId, it.context.ids.clock())
  }
  const { run } = await reviewAgain(tx, locked.value, it.context)
  return ok({ run, rowIds: [...rowIds], batchIds })
}

/** Puts a batch back that was taken back: exactly what it was. Refused once something else was said about the same records. */
export async function redecide(tx: SchoolTx, it: BatchOfRun): Promise<Result<Undone, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  const locked = await lockReview(tx, it.runId)
  if (!locked.ok) return locked
  const possible = await isPutBackPossible(tx, it.runId, it.batchId)
  if (possible === 'absent') return fail(problem('decision.not_found'))
  if (possible === 'overtaken') return fail(problem('decision.overtaken'))
  await putBack(tx, { runId: it.runId, batchId: it.batchId, connectionId: locked.value.run.connectionId })
  const { run } = await reviewAgain(tx, locked.value, it.context)
  return ok({ run, rowIds: await rowsOfBatch(tx, it.runId, it.batchId), batchIds: [] })
}
