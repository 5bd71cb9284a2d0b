import type { PairKey } from '../types.ts'
import type { CalibrationStep } from './calibrate.ts'

/** What the engine alone says of a pair that a person decided about: `other` is Matched with somebody else. */
export type Answer = 'matched' | 'may_match' | 'not_offered' | 'other'

/** Answers counted. Right and wrong by what people said. */
export interface Tally {
  readonly matchedRight: number
  readonly matchedWrong: number
  readonly mayMatch: number
  /** Called the same, and not offered. */
  readonly missed: number
  /** Called different, and not offered. */
  readonly apart: number
}

/** An earlier decision that the engine would go against. */
export interface Contradiction extends PairKey {
  readonly said: 'same' | 'different'
  readonly before: Answer
  readonly after: Answer
}

/** What every past explicit decision would have been answered with, before and after; ids only. */
export interface ReplayReport {
  /** Tells which decisions were held out together: the same seed gives the same report. */
  readonly seed: string
  readonly decisions: number
  /** With the weights in use. */
  readonly before: Tally
  /** With what was learnt from all decisions. */
  readonly after: Tally
  /** Each decision by what was learnt from the others alone. */
  readonly heldOut: Tally
  readonly contradictions: readonly Contradiction[]
  /** What people said of offered pairs, by the chance that they would have: the share of one person never falls. */
  readonly curve: readonly CalibrationStep[]
  /** Pairs that nobody decided about and that become Matched, or no longer are. */
  readonly gained: readonly PairKey[]
  readonly lost: readonly PairKey[]
  readonly isAdoptable: boolean
  /** Why not; empty where it is adoptable. */
  readonly because: readonly ('nothing_said' | 'contradicts' | 'less_precise')[]
}

/** The share of Matched that people agree with; 1 where nothing is Matched. */
export function precisionOf({ matchedRight, matchedWrong }: Tally): number {
  const matched = matchedRight + matchedWrong
  return matched === 0 ? 1 : matchedRight / matched
}

/** Counts answers. */
export function tally(said: readonly { readonly isSame: boolean; readonly answer: Answer }[]): Tally {
  const count = (isSame: boolean, ...answers: readonly Answer[]): number =>
    said.filter((it) => it.isSame === isSame && answers.includes(it.answer)).length
  return {
    matchedRight: count(true, 'matched'),
    matchedWrong: count(true, 'other') + count(false, 'matched'),
    mayMatch: count(true, 'may_match') + count(false, 'may_match'),
    missed: count(true, 'not_offered'),
    apart: count(false, 'not_offered', 'other'),
  }
}
