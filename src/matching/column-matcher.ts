import type { PersonKind } from '../roster/index.ts'
import { matchGroup } from './match-group.ts'
import type { Group, Sides } from './model/index.ts'
import { PairColumns } from './pair-columns.ts'
import { Run } from './run.ts'
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
    const run =
      this.runs[kind] ?? new Run(this.sides, { isPupil: kind === 'pupil', weights: WEIGHTS[kind], aliases: [], vetoed: [], pairs })
    this.runs[kind] = run
    run.pairs = pairs
    matchGroup(run, group, { decided: [], standing: [] })
    return pairs
  }
}
