import type { SchoolTx } from '../db/index.ts'
import { refreshReview } from './refresh-review.ts'
import { type ReviewFacts, readFacts } from './review-facts.ts'
import { type LockedReview, reopen } from './review-locked.ts'
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
