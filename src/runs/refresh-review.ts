import type { SchoolTx } from '../db/index.ts'
import { type Problem, problem } from '../kernel/index.ts'
import { computeRows, countStatuses, type ReviewRow, refreshRows } from '../review/index.ts'
import { recordKey } from '../roster/index.ts'
import { replaceReviewProblems } from '../snapshots/index.ts'
import { decidedInRun } from './decided.store.ts'
import type { Reading } from './read-upload.ts'
import { type ReviewFacts, reviewInput } from './review-facts.ts'
import type { Run, RunResult } from './run.ts'
import { showRows } from './show-rows.ts'

/** The rows of a run, and what they say in numbers. */
export interface Review {
  readonly rows: readonly ReviewRow[]
  readonly result: RunResult
}

/** Computes the rows of a run from the facts and keeps them, with what is wrong about people, for whoever looks. */
export async function refreshReview(
  tx: SchoolTx,
  run: Pick<Run, 'id' | 'scope' | 'options' | 'version' | 'createdAt'>,
  facts: ReviewFacts,
): Promise<Review> {
  const rows = computeRows(reviewInput(run.options, facts))
  const shown = showRows(rows, facts, { scope: run.scope, decided: await decidedInRun(tx, run.id), at: run.createdAt })
  await refreshRows(tx, run.id, shown, run.version)
  const { read } = facts
  const reused = idsReused(rows, read)
  await replaceReviewProblems(tx, facts.uploadId, [...read.problems, ...reused])
  const counted = { ...read.rows, used: read.rows.used - reused.length, leftOut: read.rows.leftOut + reused.length }
  const statuses = { staff: countStatuses(rows, 'staff'), pupils: countStatuses(rows, 'pupil') }
  return { rows, result: { rows: counted, statuses } }
}

/** One problem for each row of this read whose id now seems to be somebody else's (N-12). */
function idsReused(rows: readonly ReviewRow[], { places }: Reading): readonly Problem[] {
  return rows.flatMap(({ kind, sourceId, leftOut }) => {
    const place = leftOut === 'person.id_reused' ? places.get(recordKey(kind, sourceId ?? '')) : undefined
    return place === undefined ? [] : [problem('person.id_reused', { ...place, column: 'id', value: sourceId })]
  })
}
