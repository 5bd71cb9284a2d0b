import type { Evidence } from './compare.ts'
import type { Person } from './prepare.ts'

/** How many people there are to choose from, and what share of the smaller side is expected to be there at all. */
export interface Expectation {
  readonly candidates: number
  readonly overlap: number
}

/**
 * The candidates that a pair is measured against: before looking, a person is each of them with the same chance, or,
 * by one minus the overlap, nobody. At an overlap of a half this is the plain number of candidates.
 */
export function effectiveCandidates({ candidates, overlap }: Expectation): number {
  return (candidates * (1 - overlap)) / overlap
}

/** At most this share of a side is expected in the other, however well they fit. */
const EXACT_OVERLAP_MAX = 0.95

/** What exact, unique couples say: where most people have one, the two sides are one school and a couple is right. */
export function overlapOfExact(couples: number, smallerSide: number): number {
  return Math.min(EXACT_OVERLAP_MAX, (couples + 1) / (smallerSide + 2))
}

/** Bounds of the estimate for those who are left: never sure, never without hope. */
const OVERLAP_MIN = 0.1
export const OVERLAP_MAX = 0.9
const ROUNDS = 30

/**
 * The share of the smaller side that has a partner among those who are left, found from the evidence itself by
 * expectation and maximisation of this one number (the weights stay as shipped: freeing them collapsed, MATCHING.md 1).
 * Two sides that have nobody in common come out at the lower bound, which makes chance likenesses less believed.
 * Takes evidence in a fixed order, so that sums of floating point numbers are the same in every run.
 */
export function overlapOfEvidence(evidence: readonly Evidence[], candidates: number, smallerSide: number): number {
  const weights = new Map<Person, number>()
  for (const { source, bits } of evidence) weights.set(source, (weights.get(source) ?? 0) + 2 ** bits)
  let overlap = 0.5
  for (let round = 0; round < ROUNDS; round += 1) {
    let expected = 0
    for (const weight of weights.values()) expected += (overlap * weight) / (overlap * weight + (1 - overlap) * candidates)
    overlap = Math.min(OVERLAP_MAX, Math.max(OVERLAP_MIN, expected / smallerSide))
  }
  return overlap
}
