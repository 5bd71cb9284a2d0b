import type { MatchResult } from '../../src/matching/index.ts'
import type { Batch, Label } from './labelled-set.ts'
import { added, figuresOf, NO_SCORE, type Score } from './score.ts'

/** Scores by the word for a group, such as `origin polish` or `sex female`. */
export type GroupScores = Map<string, Score>

/** Fewer pairs say nothing about a tenth of a point: one pair of 2,000 is half of it. */
export const GROUP_PAIRS_MIN = 2000

/** Adds what came of a batch, pair by pair, to the groups of the person whom the directory holds. */
export function addGroups(groups: GroupScores, { partners, labels }: Batch, { pairs }: MatchResult): void {
  const add = (id: string, score: Partial<Score>): void => {
    for (const group of groupsOf(labels.get(id))) groups.set(group, added(groups.get(group) ?? NO_SCORE, { ...NO_SCORE, ...score }))
  }
  for (const directoryId of partners.keys()) add(directoryId, { truePairs: 1, people: 1 })
  for (const { directoryId, sourceId, verdict } of pairs) {
    const right = partners.get(directoryId) === sourceId ? 1 : 0
    add(directoryId, verdict === 'certain' ? { matched: 1, matchedRight: right } : { possible: 1, possibleRight: right })
  }
}

export function addedGroups(all: readonly GroupScores[]): GroupScores {
  const sum: GroupScores = new Map()
  for (const groups of all) for (const [group, score] of groups) sum.set(group, added(sum.get(group) ?? NO_SCORE, score))
  return new Map([...sum].sort(([one], [other]) => (one < other ? -1 : 1)))
}

export type GroupFigure = 'matchedPrecision' | 'matchedRecall' | 'recall'

export interface GroupDifference {
  /** In percentage points. */
  readonly points: number
  readonly best: string
  readonly worst: string
}

/** The biggest difference between two groups of one sort (origin, sex); null where fewer than two are large enough. */
export function biggestDifference(groups: GroupScores, figure: GroupFigure): GroupDifference | null {
  const differences = ['origin', 'sex'].flatMap((sort): GroupDifference[] => {
    const shares = [...groups].flatMap(([group, score]) => {
      const share = figuresOf(score)[figure]
      return group.startsWith(sort) && score.truePairs >= GROUP_PAIRS_MIN && share !== null ? [{ group, share }] : []
    })
    shares.sort((one, other) => one.share - other.share)
    const [worst, best] = [shares[0], shares.at(-1)]
    if (worst === undefined || best === undefined || shares.length < 2) return []
    return [{ points: 100 * (best.share - worst.share), best: best.group, worst: worst.group }]
  })
  return differences.sort((one, other) => other.points - one.points)[0] ?? null
}

function groupsOf(label: Label | undefined): string[] {
  const named = { origin: label?.origin ?? null, sex: label?.sex ?? null }
  return Object.entries(named).flatMap(([sort, name]) => (name === null ? [] : [`${sort} ${name}`]))
}
