import { PUPIL_WEIGHTS } from './pupil.ts'
import type { Weights } from './weights.ts'

/** A hub holds no birth dates of staff, and surnames change at marriage: work e-mail and staff code carry the weight. */
export const STAFF_WEIGHTS: Weights = {
  ...PUPIL_WEIGHTS,
  version: 'staff-1',
  setOn: 'Set by hand: surnames that change at marriage, staff codes and work e-mail; checked on invented schools.',
  surname: {
    exact: { m: 0.86, rate: 0.001, weight: 200 },
    levels: { ...PUPIL_WEIGHTS.surname.levels, different: { m: 0.09, u: 0.97 } },
  },
  // Staff of forty years: the shares of nearby dates are smaller than among pupils of seven.
  birthDate: { ...PUPIL_WEIGHTS.birthDate, exact: { m: 0.96, rate: 0.0001, weight: 500 } },
  twinBits: 0,
  emailBits: { same: 16, sameLocalPart: 4, different: -1 },
  customIdBits: { same: 13, different: -2 },
}
