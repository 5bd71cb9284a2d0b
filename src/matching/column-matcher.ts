import type { PersonKind } from '../roster/index.ts'
import { explain } from './match.ts'
import { matchGroup } from './match-group.ts'
import type { Group, Sides } from './model/index.ts'
import { PairColumns } from './pair-columns.ts'
import { Run } from './run.ts'
import type { MatchPair } from './types.ts'
import { WEIGHTS } from './weights/index.ts'

/**
 * Matches columns group by group, where nobody has linked or decided anything: `muster match`. A group is a school, or all;
 * groups share nothing, so that their order does not matter and several threads may share them out.
 */
export class ColumnMatcher {
  private readonly sides: Sides
  private readonly runs: Partial<Record<PersonKind, Run>> = {}

  constructor(sides: Sides) {
    this.sides = sides
  }

  /** The pairs of one group of one kind. Each row may stand in one group only. */
  match(kind: PersonKind, group: Group): PairColumns {
    const pairs = new PairColumns()
    const run = this.runOf(kind)
    run.pairs = pairs
    matchGroup(run, group, { decided: [], standing: [] })
    return pairs
  }

  /** Says why the pairs of a group are pairs, by their places, as long as `use` runs. */
  explain(
    kind: PersonKind,
    { group, pairs }: { readonly group: Group; readonly pairs: PairColumns },
    use: (of: Explanations) => void,
  ): void {
    const run = this.runOf(kind)
    run.begin(group)
    try {
      use((place) => explain(run, pairs.at(place)))
    } finally {
      run.end()
    }
  }

  private runOf(kind: PersonKind): Run {
    const options = { isPupil: kind === 'pupil', weights: WEIGHTS[kind], aliases: [], vetoed: [], pairs: new PairColumns() }
    const run = this.runs[kind] ?? new Run(this.sides, options)
    this.runs[kind] = run
    return run
  }
}

/** The pair at a place with its reasons. */
export type Explanations = (place: number) => MatchPair
