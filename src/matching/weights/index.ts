import type { PersonKind } from '../../roster/index.ts'
import pupil from './pupil.json' with { type: 'json' }
import staff from './staff.json' with { type: 'json' }
import type { Weights } from './weights.ts'

export type { BaseRate, BirthDateLevel, NameLevel, Odds, Thresholds, Weights } from './weights.ts'

/** The shipped weights of each kind of people; `npm run weights` says how they were set. */
export const WEIGHTS: Readonly<Record<PersonKind, Weights>> = { pupil, staff }
