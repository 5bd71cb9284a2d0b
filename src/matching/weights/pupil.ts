import type { Weights } from './weights.ts'

/**
 * m of names after a linked UK cohort (ALSPAC: 18 % of surnames and 12 % of forenames differ between two collections,
 * most of them by little), kinder here because one school types both. u of birth dates for a school of seven years.
 */
export const PUPIL_WEIGHTS: Weights = {
  version: 'pupil-1',
  setOn:
    'Shares published for a linked UK birth cohort, adjusted by hand for one school; checked on FEBRL 1 and 3, a generated FEBRL set, fake_1000 and invented schools with twins.',
  forename: {
    exact: { m: 0.88, rate: 0.003, weight: 200 },
    levels: {
      nickname: { m: 0.03, u: 0.004 },
      part: { m: 0.015, u: 0.003 },
      initial: { m: 0.005, u: 0.06 },
      similar: { m: 0.03, u: 0.004 },
      resembling: { m: 0.012, u: 0.02 },
      different: { m: 0.02, u: 0.96 },
    },
  },
  surname: {
    exact: { m: 0.88, rate: 0.001, weight: 200 },
    levels: {
      // never met: surnames have no short forms
      nickname: { m: 1, u: 1 },
      part: { m: 0.02, u: 0.003 },
      initial: { m: 0.003, u: 0.06 },
      similar: { m: 0.035, u: 0.003 },
      resembling: { m: 0.012, u: 0.015 },
      different: { m: 0.035, u: 0.97 },
    },
  },
  namesSwapped: 0.01,
  middleAsFirst: 0.01,
  birthDate: {
    exact: { m: 0.96, rate: 0.0004, weight: 500 },
    levels: {
      swapped: { m: 0.006, u: 0.0005 },
      one_digit: { m: 0.015, u: 0.008 },
      one_part: { m: 0.007, u: 0.01 },
      same_year: { m: 0.004, u: 0.11 },
      different: { m: 0.006, u: 0.85 },
    },
  },
  twinBits: -4,
  sex: { same: { m: 0.985, u: 0.5 }, different: { m: 0.015, u: 0.5 } },
  middleName: { exact: { m: 0.85, rate: 0.01, weight: 200 }, initialBits: 2.5, differentBits: -2.5 },
  yearGroup: { exact: { m: 0.9, rate: 0.14, weight: 100 }, differentBits: -1.5 },
  registrationClass: { exact: { m: 0.85, rate: 0.03, weight: 100 }, differentBits: -0.5 },
  emailBits: { same: 8, sameLocalPart: 3, different: -0.5 },
  upnBits: { same: 24, former: 20, weak: 12, conflict: -6 },
  customIdBits: { same: 18, different: -1 },
  standingLinkBits: 24,
}
