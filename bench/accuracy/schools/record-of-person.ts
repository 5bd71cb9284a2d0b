import type { Person, School } from '../../../fixtures/index.ts'
import type { MatchRecord } from '../../../src/matching/index.ts'
import { type Label, recordOf } from '../labelled-set.ts'

/** Which identifiers two systems have in common. Names, birth date, sex, year and class are always there. */
export interface Evidence {
  readonly hasUpn: boolean
  readonly hasEmail: boolean
  readonly hasCustomId: boolean
}

export const NO_IDENTIFIERS: Evidence = { hasUpn: false, hasEmail: false, hasCustomId: false }

/** An invented person as a system holds them. Staff have no birth date, and their sex is not recorded. */
export function recordOfPerson(school: School, person: Person, evidence: Evidence): MatchRecord {
  const { firstName, middleName, lastName, knownAs, birthDate, kind, sex, grade } = person
  return recordOf({
    ...{ firstName, middleName, lastName, knownAsFirstName: knownAs, birthDate },
    sex: kind === 'pupil' ? sex : null,
    upn: evidence.hasUpn ? person.upn : null,
    formerUpn: evidence.hasUpn ? person.formerUpn : null,
    customId: evidence.hasCustomId ? person.customId : null,
    email: evidence.hasEmail ? person.email : null,
    yearGroup: grade === null ? null : (school.phase.grades[grade] ?? null),
    registrationClass: school.classes.find((it) => it.number === person.classNumber)?.name ?? null,
  })
}

export function labelOf({ origin, sex }: Person, damages: readonly string[]): Label {
  return { origin, sex, damages }
}

/** The registration classes of each year of a school, the youngest first. */
export function classesByYear(school: School): ReadonlyMap<string, readonly string[]> {
  return new Map(
    school.phase.grades.map((year, grade) => [
      year,
      school.classes.filter((it) => it.kind === 'registration' && it.grade === grade).map((it) => it.name),
    ]),
  )
}
