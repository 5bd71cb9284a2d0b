import type { Scored } from './scored.ts'

/** How many people there are to choose from, and what share of the smaller side is expected to be there at all. */
export interface Expectation {
  readonly candidates: number
  readonly overlap: number
}

/** Chance that the pair is one person, when each of so many candidates is as likely as the others before looking. */
export function posterior(bits: number, candidates: number): number {
  const weight = 2 ** bits
  return weight / (weight + candidates)
}

/** Bits below which a pair has less than this chance, with this many candidates. */
export function bitsFor(probability: number, candidates: number): number {
  return Math.log2((candidates * probability) / (1 - probability))
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
export function overlapOfEvidence(scored: Scored, candidates: number, smallerSide: number): number {
  const weights = new Map<number, number>()
  for (let place = 0; place < scored.size; place += 1) {
    const source = scored.rightAt(place)
    weights.set(source, (weights.get(source) ?? 0) + 2 ** scored.bitsAt(place))
  }
  let overlap = 0.5
  for (let round = 0; round < ROUNDS; round += 1) {
    let expected = 0
    for (const weight of weights.values()) expected += (overlap * weight) / (overlap * weight + (1 - overlap) * candidates)
    overlap = Math.min(OVERLAP_MAX, Math.max(OVERLAP_MIN, expected / smallerSide))
  }
  return overlap
}
