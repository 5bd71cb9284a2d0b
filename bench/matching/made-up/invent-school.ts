import { drawFamilyName, drawGivenNames, type FamilyName } from '../../../fixtures/names/person-names.ts'
import type { Random } from '../../../fixtures/random.ts'
import { drawRareSurname } from './long-tail.ts'

/** A pupil as both files should have them. */
export interface Pupil {
  readonly firstName: string
  readonly lastName: string
  /** `YYYY-MM-DD`. */
  readonly birthDate: string
  readonly sex: 'female' | 'male'
}

/** Births that are twins, so that 3 % of the pupils are; brothers and sisters in the school; families that no list names. */
const TWIN_BIRTHS = 0.015
const SIBLINGS = 0.17
const RARE_SURNAMES = 0.13
const YEARS = 7
const DAY_MS = 86_400_000
/** The oldest pupil of a primary and of a secondary school. */
const FIRST_BIRTHS = [Date.UTC(2014, 8, 1), Date.UTC(2007, 8, 1)]

/** Invents the pupils of one school: seven years, with twins, brothers and sisters. Nobody is a real person. */
export function inventSchool(random: Random, pupilCount: number): Pupil[] {
  const from = random.pick(FIRST_BIRTHS)
  const families: FamilyName[] = []
  const pupils: Pupil[] = []
  while (pupils.length < pupilCount) {
    const family = families.length > 0 && random.chance(SIBLINGS) ? random.pick(families) : newFamily(random)
    families.push(family)
    const birthDate = new Date(from + random.below(YEARS * 365) * DAY_MS).toISOString().slice(0, 10)
    const pupil = inventPupil(random, family, birthDate)
    pupils.push(pupil)
    if (pupils.length === pupilCount || !random.chance(TWIN_BIRTHS)) continue
    const twin = inventPupil(random, family, birthDate)
    if (twin.firstName !== pupil.firstName) pupils.push(twin)
  }
  return pupils
}

function newFamily(random: Random): FamilyName {
  return random.chance(RARE_SURNAMES) ? { lastName: drawRareSurname(random), origin: null } : drawFamilyName(random, 'uk')
}

function inventPupil(random: Random, family: FamilyName, birthDate: string): Pupil {
  const sex = random.chance(0.49) ? 'female' : 'male'
  const { firstName } = drawGivenNames(random, family, { sex, generation: 'pupil' })
  return { firstName, lastName: family.lastName, birthDate, sex }
}
