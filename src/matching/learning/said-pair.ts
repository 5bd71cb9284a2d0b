import type { PersonKind } from '../../roster/index.ts'
import { MatchIndex } from '../search.ts'
import type { MatchRecord, PairKey } from '../types.ts'

/** A pair about which a person said something: the same person, or never the same. What was accepted by default is none. */
export interface SaidPair extends PairKey {
  readonly isSame: boolean
  /** Of the Match; null for a veto, and where nobody asks. */
  readonly decisionId: string | null
}

/**
 * One kind of people of one school and one of its sources, without anything that people said: those whom decisions are about
 * stand as they did when somebody first decided about them, the others as they are.
 */
export interface SchoolAsDecided {
  readonly kind: PersonKind
  readonly directory: readonly MatchRecord[]
  readonly source: readonly MatchRecord[]
  /** Live links of people about whom nobody decided. */
  readonly standing: readonly PairKey[]
  readonly said: readonly SaidPair[]
}

/** What a comparison found of a pair: its level, and the two values where the reason shows them. */
export interface Level {
  readonly level: string
  readonly directory: string | null
  readonly source: string | null
}

/** Levels by the area of the comparison, such as `forename`; an area is missing where one side says nothing. */
export type Levels = ReadonlyMap<string, Level>

/** A pair with a person's word on it and how alike its two records were. */
export interface LabelledPair extends SaidPair {
  readonly levels: Levels
}

/** The pairs of a school that people decided about and whose two records are known, in the order of their ids. */
export function labelledPairs({ kind, directory, source, said }: SchoolAsDecided): readonly LabelledPair[] {
  const ours = new Map(directory.map((it) => [it.id, it]))
  const theirs = new Map(source.map((it) => [it.id, it]))
  return [...said].sort(byKey).flatMap((pair) => {
    const left = ours.get(pair.directoryId)
    const right = theirs.get(pair.sourceId)
    return left === undefined || right === undefined ? [] : [{ ...pair, levels: levelsOf(kind, left, right) }]
  })
}

/** One text for a pair, for sets and maps. */
export function keyOf({ directoryId, sourceId }: PairKey): string {
  return JSON.stringify([directoryId, sourceId])
}

function byKey(left: PairKey, right: PairKey): number {
  return keyOf(left) < keyOf(right) ? -1 : 1
}

/** How alike two records are, by the reasons that the engine gives: `forename.similar` is the level `similar` of `forename`. */
function levelsOf(kind: PersonKind, directory: MatchRecord, source: MatchRecord): Levels {
  const everybody = { typed: '', limit: 1, offset: 0, isOffered: () => true, comesLast: () => false }
  const index = new MatchIndex({ kind, directory: [directory], source: [source] })
  const [found] = index.rank({ id: directory.id, side: 'directory', ...everybody }).found
  return new Map(
    (found?.reasons ?? []).map(({ code, params }) => {
      const [area = '', level = ''] = code.split('.')
      return [area, { level, directory: params['directory'] ?? null, source: params['source'] ?? null }]
    }),
  )
}
