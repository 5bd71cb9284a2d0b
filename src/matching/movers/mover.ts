import type { Guard } from '../guards.ts'
import type { MatchReason, MatchRecord } from '../types.ts'

/** What says that somebody comes from another school, strongest first. `names`: name and birth date. */
export const MOVER_BASES = ['upn', 'email', 'names'] as const
export type MoverBasis = (typeof MOVER_BASES)[number]

/** Somebody of the source who may be somebody whom another school holds, by their rows. */
export interface MoverRow {
  readonly left: number
  readonly right: number
  readonly basis: MoverBasis
  /**
   * By an identifier that nothing speaks against. Whoever is not identified is for a person to look at: name and birth date
   * alone are never enough between schools.
   */
  readonly isIdentified: boolean
  /** 0 to 1. */
  readonly probability: number
  readonly bits: number
  /** `Evidence.pattern`: `reasonCodes` says what stands in it. */
  readonly pattern: number
  readonly guards: readonly Guard[]
}

/** Somebody whom another school of the group holds. */
export interface HeldElsewhere {
  readonly schoolId: string
  /** The MIS of that school still names them: a leaver is preferred. */
  readonly isPresent: boolean
  readonly record: MatchRecord
}

/** The same proposal by ids, with its evidence. */
export interface MoverProposal extends Pick<MoverRow, 'basis' | 'isIdentified' | 'probability' | 'bits'> {
  readonly sourceId: string
  readonly schoolId: string
  readonly directoryId: string
  readonly reasons: readonly MatchReason[]
  readonly guards: readonly string[]
}
