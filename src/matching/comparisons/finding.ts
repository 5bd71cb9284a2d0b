import type { MatchReason } from '../types.ts'

/** What one comparison says of a pair; null stands for missing evidence, which speaks neither for nor against. */
export interface Finding<Level extends string> {
  readonly level: Level
  readonly bits: number
  readonly params: MatchReason['params']
}

/** The reason shown for a finding: the area of the comparison and its level make the code. */
export function reasonOf(area: string, finding: Finding<string>): MatchReason {
  return { code: `${area}.${finding.level}`, params: finding.params, bits: finding.bits }
}
