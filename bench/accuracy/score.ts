import type { MatchResult } from '../../src/matching/index.ts'
import type { Batch } from './labelled-set.ts'

/** Counts that can be added up over batches. */
export interface Score {
  /** Different people on either side. */
  readonly people: number
  readonly truePairs: number
  readonly matched: number
  readonly matchedRight: number
  readonly possible: number
  readonly possibleRight: number
  /** Records that stand in more than one pair. */
  readonly madeTwice: number
}

export const NO_SCORE: Score = { people: 0, truePairs: 0, matched: 0, matchedRight: 0, possible: 0, possibleRight: 0, madeTwice: 0 }

export function added(one: Score, other: Score): Score {
  return {
    people: one.people + other.people,
    truePairs: one.truePairs + other.truePairs,
    matched: one.matched + other.matched,
    matchedRight: one.matchedRight + other.matchedRight,
    possible: one.possible + other.possible,
    possibleRight: one.possibleRight + other.possibleRight,
    madeTwice: one.madeTwice + other.madeTwice,
  }
}

/** What came of one batch. */
export function scoreOf({ directory, source, partners }: Batch, { pairs }: MatchResult): Score {
  const right = pairs.filter((pair) => partners.get(pair.directoryId) === pair.sourceId)
  const isCertain = ({ verdict }: { readonly verdict: string }): boolean => verdict === 'certain'
  const matchedRight = right.filter(isCertain).length
  const matched = pairs.filter(isCertain).length
  const recordsInPairs = new Set(pairs.map((it) => it.directoryId)).size + new Set(pairs.map((it) => it.sourceId)).size
  return {
    people: directory.length + source.length - partners.size,
    truePairs: partners.size,
    matched,
    matchedRight,
    possible: pairs.length - matched,
    possibleRight: right.length - matchedRight,
    madeTwice: 2 * pairs.length - recordsInPairs,
  }
}

/** Shares are 0 to 1; null where there is nothing to take a share of. */
export interface Figures {
  readonly matchedPrecision: number | null
  readonly matchedRecall: number | null
  readonly possiblePrecision: number | null
  /** Of Matched and May match together. */
  readonly recall: number | null
  readonly possiblePerThousand: number | null
  readonly neverOfferedPerThousand: number | null
  readonly matchedF1: number | null
  /** Of Matched and May match together. */
  readonly f1: number | null
}

export function figuresOf(score: Score): Figures {
  const { people, truePairs, matched, matchedRight, possible, possibleRight } = score
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
  const found = matchedRight + possibleRight
  return {
    matchedPrecision: share(matchedRight, matched),
    matchedRecall: share(matchedRight, truePairs),
    possiblePrecision: share(possibleRight, possible),
    recall: share(found, truePairs),
    possiblePerThousand: share(1000 * possible, people),
    neverOfferedPerThousand: share(1000 * (truePairs - found), truePairs),
    matchedF1: share(2 * matchedRight, matched + truePairs),
    f1: share(2 * found, matched + possible + truePairs),
  }
}
