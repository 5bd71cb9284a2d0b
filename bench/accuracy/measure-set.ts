import { randomFor } from '../../fixtures/index.ts'
import { type MatchInput, type MatchResult, match } from '../../src/matching/index.ts'
import { addGroups, type GroupScores } from './groups.ts'
import type { Batch, LabelledSet, Sizes } from './labelled-set.ts'
import { type Miss, missesOf } from './misses.ts'
import { added, NO_SCORE, type Score, scoreOf } from './score.ts'

export interface MeasuredSet {
  readonly set: LabelledSet
  readonly score: Score
  readonly groups: GroupScores
  /** Whether the first batch gave the same result with its rows in another order. */
  readonly isOrderFree: boolean
  readonly seconds: number
}

/** Matches every batch of a set, and tells of each miss. Null where the set is not there. */
export function measureSet(set: LabelledSet, sizes: Sizes, onMiss: (miss: Miss) => void): MeasuredSet | null {
  const batches = set.batches(sizes)
  if (batches === null) return null
  const groups: GroupScores = new Map()
  let score = NO_SCORE
  let isOrderFree = true
  let milliseconds = 0
  for (const batch of batches) {
    const since = performance.now()
    const result = match(inputOf(batch))
    milliseconds += performance.now() - since
    if (score.people === 0) isOrderFree = isSame(result, match(inputOf(shuffled(batch, sizes.seed))))
    score = added(score, scoreOf(batch, result))
    addGroups(groups, batch, result)
    for (const miss of missesOf(batch, result)) onMiss(miss)
  }
  return { set, score, groups, isOrderFree, seconds: milliseconds / 1000 }
}

function inputOf({ kind, directory, source }: Batch): MatchInput {
  return { kind, directory, source, standing: [], decided: [], vetoed: [] }
}

function shuffled(batch: Batch, seed: string): Batch {
  const random = randomFor(seed, 'another order')
  return { ...batch, directory: random.shuffled(batch.directory), source: random.shuffled(batch.source) }
}

function isSame(one: MatchResult, other: MatchResult): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
