import type { PersonKind } from '../../roster/index.ts'
import type { Learned, MatchReason, MatchRecord } from '../types.ts'

/** People of one list, among whom some may stand twice. */
export interface DuplicateInput {
  readonly kind: PersonKind
  readonly records: readonly MatchRecord[]
  readonly learned?: Learned
  /** A person said that these two are two people: they are never offered again. */
  isApart(one: string, other: string): boolean
  /** One read of one source names both: it says that they are two (N-07), so that only the same details all through are offered. */
  areBothNamed(one: string, other: string): boolean
}

/** What says that two records are one person, strongest first. `names`: name, birth date and what goes with them. */
export type DuplicateBasis = 'upn' | 'custom_id' | 'email' | 'names'

/** Two records that may be one person. */
export interface DuplicatePair {
  /** The two ids in their order as texts. */
  readonly one: string
  readonly other: string
  readonly basis: DuplicateBasis
  /** By a number that names one person, with nothing against it: ticked when all are resolved at once. */
  readonly isSure: boolean
  /** 0 to 1. */
  readonly probability: number
  readonly bits: number
  readonly reasons: readonly MatchReason[]
  /** Why it is left to a person though much speaks for it. */
  readonly doubts: readonly string[]
}
