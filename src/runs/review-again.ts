import type { SchoolTx } from '../db/index.ts'
import { refreshReview } from './refresh-review.ts'
import { type ReviewFacts, readFacts, refuseIfNotReviewable } from './review-facts.ts'
import { type LockedReview, lockReview, reopen } from './review-locked.ts'
import { openRun } from './run.store.ts'
import type { Run } from './run.ts'
import type { RunContext } from './run-context.ts'

/** A review as it stands after an act, and the facts that it follows from. */
export interface Reviewed {
  readonly run: Run
  readonly facts: ReviewFacts
}

/** Computes the rows of a review anew, under its next version. */
export async function reviewAgain(tx: SchoolTx, { school, run }: LockedReview, { ids, key }: RunContext): Promise<Reviewed> {
  const open = await reopen(tx, run, ids.clock())
  const facts = await readFacts(tx, open, { school, key })
  await refreshReview(tx, open, facts)
  return { run: open, facts }
}

/**
 * The same for the review that is open, if any, because something else has been written. One that cannot be computed any more,
 * or not yet, stays as it is.
 */
export async function refreshOpenReview(tx: SchoolTx, context: RunContext): Promise<void> {
  const open = await openRun(tx)
  if (open === undefined || (await refuseIfNotReviewable(tx, open)) !== null) return
  const locked = await lockReview(tx, open.id)
  if (locked.ok) await reviewAgain(tx, locked.value, context)
}
