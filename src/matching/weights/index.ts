import type { PersonKind } from '../../roster/index.ts'
import { PUPIL_WEIGHTS } from './pupil.ts'
import { STAFF_WEIGHTS } from './staff.ts'
import type { Weights } from './weights.ts'

export type { BaseRate, BirthDateLevel, NameLevel, Odds, Weights } from './weights.ts'

/** The shipped weights of each kind of people. */
export const WEIGHTS: Readonly<Record<PersonKind, Weights>> = { pupil: PUPIL_WEIGHTS, staff: STAFF_WEIGHTS }
