import { ColumnMatcher, type Group, type Sides } from '../../matching/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import { type Explain, PairExplainer } from './pair-explainer.ts'
import { PairLines } from './pair-lines.ts'
import { rowsOf, type SchoolGroup } from './school-groups.ts'

/** The work is cut into so many pieces at most, for the threads to take one after the other. */
const SHARES_MAX = 64

/** Some groups that follow one another: the first, and the one behind the last. */
export type Share = readonly [from: number, to: number]

/** Cuts the groups into shares of about as many people each. */
export function cutShares(groups: readonly SchoolGroup[]): readonly Share[] {
  const sizeOf = ({ directory, source }: SchoolGroup): number => directory[1] - directory[0] + source[1] - source[0]
  const most = groups.reduce((sum, group) => sum + sizeOf(group), 0) / SHARES_MAX
  const shares: Share[] = []
  let from = 0
  let size = 0
  for (const [at, group] of groups.entries()) {
    size += sizeOf(group)
    if (size < most && at + 1 < groups.length) continue
    shares.push([from, at + 1])
    from = at + 1
    size = 0
  }
  return shares
}

/** What is matched, and in what manner. */
export interface Work {
  readonly groups: readonly SchoolGroup[]
  /** Whether reasons are written in words, and with their bits. */
  readonly explain: Explain | null
}

/** The lines of a share, and how many of them say what. */
export interface SharePairs {
  readonly text: Uint8Array<ArrayBuffer>
  readonly matched: number
  readonly mayMatch: number
}

/** Matches shares in one thread. What a share gives depends on nothing that was matched before it. */
export class ShareMatcher {
  private readonly matcher: ColumnMatcher
  private readonly lines: PairLines
  private readonly groups: readonly SchoolGroup[]
  private readonly explainer: PairExplainer | null

  constructor(sides: Sides, { groups, explain }: Work) {
    this.matcher = new ColumnMatcher(sides)
    this.lines = new PairLines(sides)
    this.groups = groups
    this.explainer = explain === null ? null : new PairExplainer(sides, explain)
  }

  match([from, to]: Share): SharePairs {
    for (const group of this.groups.slice(from, to)) this.matchGroup(group.kind, rowsOf(group))
    return this.lines.take()
  }

  private matchGroup(kind: PersonKind, group: Group): void {
    const { matcher, lines, explainer } = this
    const pairs = matcher.match(kind, group)
    if (explainer === null) lines.add(pairs, null)
    else matcher.explain(kind, { group, pairs }, (of) => lines.add(pairs, (place) => explainer.textOf(of(place), pairs.at(place).rival)))
  }
}
