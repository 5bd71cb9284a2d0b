import { describe, expect, it } from 'vitest'
import { CHECKS, type Check } from '../../contract/index.ts'
import type { HeldClass } from '../classes.store.ts'
import type { HeldPerson } from '../people.store.ts'
import { type SchoolToCheck, sanityChecks } from './sanity-checks.ts'

const ADA: HeldPerson = {
  ...{ id: 'ada', kind: 'pupil', firstName: 'Ada', middleName: null, lastName: 'Marsh', knownAsFirstName: null, knownAsLastName: null },
  ...{ birthDate: '2018-11-02', upn: null, customId: null, email: null, username: null, position: null, isDisabled: false },
  ...{ yearGroup: 'Year 3', yearPosition: 3, registrationClass: '3 Ash', link: 'live', intakeYear: null, mergedInto: null },
  ...{ yearCode: '3', linkEndedAt: null },
}
const DORA: HeldPerson = {
  ...ADA,
  id: 'dora',
  kind: 'staff',
  firstName: 'Dora',
  email: 'dora@oak.example.test',
  customId: 'DQ',
  birthDate: null,
}
const ASH: HeldClass = {
  ...{ id: 'ash', name: '3 Ash', kind: 'registration', description: null, yearGroups: ['Year 3'], pupils: 1 },
  ...{ teachers: ['Dora Marsh'], isSynced: true, isArchived: false, isOwnGroup: false, ownsDescription: false },
}
const school = (told: Partial<SchoolToCheck> = {}): SchoolToCheck => ({
  ...{ people: [ADA, DORA], classes: [ASH], vocabulary: 'en-GB', yearBegan: '2026-09-01' },
  ...told,
})
const found = (told: Partial<SchoolToCheck>): readonly string[] => {
  const checks = sanityChecks(school(told))
  return CHECKS.flatMap((check) => checks[check].map((it) => `${check} ${it.id}`))
}
const withPupil = (changes: Partial<HeldPerson>): Partial<SchoolToCheck> => ({ people: [{ ...ADA, ...changes }, DORA] })
const withStaff = (changes: Partial<HeldPerson>): Partial<SchoolToCheck> => ({
  people: [ADA, DORA, { ...DORA, id: 'edna', email: 'edna@oak.example.test', ...changes }],
})

const FINDS: readonly (readonly [Check, Partial<SchoolToCheck>, readonly string[]])[] = [
  ['pupil_without_class', withPupil({ registrationClass: null }), ['ada']],
  ['class_without_teacher', { classes: [{ ...ASH, teachers: [] }] }, ['ash']],
  ['class_without_pupils', { classes: [{ ...ASH, pupils: 0 }] }, ['ash']],
  ['year_against_age', withPupil({ birthDate: '2012-11-02' }), ['ada']],
  ['pupil_without_year', withPupil({ yearGroup: null, yearPosition: null }), ['ada']],
  ['pupil_without_birth_date', withPupil({ birthDate: null }), ['ada']],
  ['same_email', withStaff({ email: 'DORA@oak.example.test ' }), ['dora', 'edna']],
  ['staff_without_email', withStaff({ email: null }), ['edna']],
  ['staff_without_code', withStaff({ customId: null }), ['edna']],
  ['person_not_linked', withPupil({ link: null }), ['ada']],
]

describe('S-145 sanity checks', () => {
  it('find nothing in a school where all is well', () => {
    expect(found({})).toEqual([])
  })

  it.each(FINDS)('%s', (check, told, ids) => {
    expect(found(told)).toEqual(ids.map((id) => `${check} ${id}`))
  })

  it('each has a case here', () => {
    expect(FINDS.map(([check]) => check)).toEqual([...CHECKS])
  })

  it.each<[string, Partial<SchoolToCheck>]>([
    ['a leaver', withPupil({ link: 'left', registrationClass: null, birthDate: null })],
    ['a record that was merged with another', withPupil({ link: 'merged', mergedInto: 'other', birthDate: null })],
    ['an archived class', { classes: [ASH, { ...ASH, id: 'old', isArchived: true, pupils: 0, teachers: [] }] }],
    ['a group without members', { classes: [ASH, { ...ASH, id: 'club', kind: 'group', pupils: 0, teachers: [] }] }],
    ['a pupil one year above', withPupil({ birthDate: '2019-11-02' })],
    ['a pupil one year below', withPupil({ birthDate: '2017-11-02' })],
    ['a pupil of mixed years', withPupil({ yearPosition: 90, birthDate: '2010-11-02' })],
    ['a school that has no registration classes', { classes: [], ...withPupil({ registrationClass: null }) }],
    ['a school that gives staff no codes', { people: [ADA, { ...DORA, customId: null }] }],
  ])('say nothing of %s', (_who, told) => {
    expect(found(told)).toEqual([])
  })

  it('know that a grade of the US begins a year later than a year of the UK', () => {
    const third = withPupil({ birthDate: '2016-11-02' })
    expect(found({ ...third, vocabulary: 'en-US' })).toEqual([])
    expect(found(third)).toEqual(['year_against_age ada'])
  })
})
