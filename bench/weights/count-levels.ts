import { MatchIndex as Index, type MatchIndex, type MatchRecord } from '../../src/matching/index.ts'

/** How often each level of each comparison was met: `forename` → `similar` → 12. */
export type LevelCounts = Map<string, Map<string, number>>

/** Counts the levels of one pair, as the engine names them in its reasons. */
export function countLevels(
  counts: LevelCounts,
  index: MatchIndex,
  pair: { readonly directoryId: string; readonly sourceId: string },
): void {
  const only = { isOffered: (id: string) => id === pair.directoryId, comesLast: () => false }
  const [found] = index.rank({ id: pair.sourceId, side: 'source', typed: '', limit: 1, offset: 0, ...only }).found
  for (const { code } of found?.reasons ?? []) add(counts, code)
}

/** Counts the levels of everybody of one side with everybody of the other: two people who are not one. */
export function countAllLevels(
  counts: LevelCounts,
  sides: { readonly directory: readonly MatchRecord[]; readonly source: readonly MatchRecord[] },
): void {
  const index = new Index({ kind: 'pupil', ...sides })
  const all = { typed: '', limit: sides.directory.length, offset: 0, isOffered: () => true, comesLast: () => false }
  for (const { id } of sides.source) {
    for (const { reasons } of index.rank({ id, side: 'source', ...all }).found) for (const { code } of reasons) add(counts, code)
  }
}

/** The share of each level in a comparison. */
export function sharesOf(counts: LevelCounts, area: string): ReadonlyMap<string, number> {
  const levels = counts.get(area) ?? new Map<string, number>()
  const total = [...levels.values()].reduce((sum, count) => sum + count, 0)
  return new Map([...levels].map(([level, count]) => [level, count / total]))
}

function add(counts: LevelCounts, code: string): void {
  const [area = '', level = ''] = code.split('.')
  const levels = counts.get(area) ?? new Map<string, number>()
  levels.set(level, (levels.get(level) ?? 0) + 1)
  counts.set(area, levels)
}
