import type { Limits } from '../schools/index.ts'
import type { Change, Population } from './plan.ts'
import type { PlanInput } from './plan-input.ts'

/** One reason why a plan waits for a person (D19). */
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
  readonly population: Population
  readonly count: number
  /** How many linked records that is out of. */
  readonly linked: number
  /** What was emptied: a class's or year group's name. */
  readonly name?: string
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
