import type { Limits } from '../schools/index.ts'
import type { Change, Population } from './plan.ts'
import type { PlanInput } from './plan-input.ts'

/** One reason why a part of a plan waits for a person (D19). */
export interface Hold {
  readonly code:
    | 'leavers'
    | 'joiners'
    | 'identity_changes'
    | 'other_updates'
    | 'group_emptied'
    | 'kind_emptied'
    | 'kind_changed'
    | 'ids_rekeyed'
    | 'protected_person'
  readonly population: Population
  /** How many changes the guard counted. */
  readonly count: number
  /** How many linked records that is out of. */
  readonly linked: number
  /** What was emptied: a class's or year group's name. */
  readonly name?: string
  /** Changes of the same kind that are expected at this time of the year, and not counted. */
  readonly expected?: number
  /** What the counted changes have in common, where that says why. */
  readonly cause?: Cause
}

/** What changes that were held have in common: their classes, their year groups, or the one detail they change. */
export interface Cause {
  readonly code: 'in_classes' | 'in_year_groups' | 'one_field'
  /** How many of the counted changes it is true of. */
  readonly count: number
  /** Names of classes or year groups, or the name of the field. */
  readonly names: readonly string[]
}

/** A hold, and the changes that it is about. */
export interface Trip {
  readonly hold: Hold
  /** Keys of the changes of the kind and operation that tripped: they wait together (D20). */
  readonly keys: readonly string[]
  /** Keys of those among them that were counted: the unexpected ones. */
  readonly counted: readonly string[]
}

/** What guards look at. */
export interface GuardInput {
  readonly plan: PlanInput
  readonly changes: readonly Change[]
  readonly limits: Limits
  /** True in the school's year-start window: expected leavers, moves up and classes do not count. */
  readonly isYearStart: boolean
  /** The year group a pupil is expected in a year later; null when they leave. */
  readonly nextYearGroup: (code: string) => string | null
}
