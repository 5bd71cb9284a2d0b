import { describe, expect, it } from 'vitest'
import { fieldsOwnedBySource, mayBePinned } from './ownership.ts'
import { PERSON_FIELDS } from './person.ts'

const localOf = (kind: 'pupil' | 'staff', ...localFields: readonly string[]) => {
  const owned = fieldsOwnedBySource(kind, { localFields })
  return PERSON_FIELDS.filter((field) => !owned.includes(field))
}

describe('the fields that a sync writes', () => {
  it('S-187 S-199 are all of a pupil’s, whatever was taken over here, but whether they are disabled', () => {
    expect(localOf('pupil', ...PERSON_FIELDS)).toEqual(['status'])
  })

  it('S-188, D5 are not a teacher’s e-mail and account type, once they were edited here', () => {
    expect(localOf('staff')).toEqual([])
    expect(localOf('staff', 'email')).toEqual(['email'])
    expect(localOf('staff', 'userType')).toEqual(['userType'])
  })

  it('are not those that somebody pinned', () => {
    const owned = fieldsOwnedBySource('pupil', { localFields: [], pinned: ['firstName'] })
    expect(PERSON_FIELDS.filter((field) => !owned.includes(field))).toEqual(['firstName'])
  })

  it('S-188 are all others of staff, whatever was taken over here', () => {
    expect(localOf('staff', ...PERSON_FIELDS)).toEqual(PERSON_FIELDS.filter((it) => ['email', 'userType', 'status'].includes(it)))
  })
})

describe('the fields that may be pinned', () => {
  it.each([
    ['pupil', ['firstName', 'middleName', 'lastName', 'knownAsFirstName', 'knownAsLastName', 'birthDate', 'sex', 'email']],
    ['staff', ['firstName', 'middleName', 'lastName', 'knownAsFirstName', 'knownAsLastName', 'birthDate', 'sex', 'position']],
  ] as const)('of a %s are those that say nothing of who they are elsewhere, and that are not ours already', (kind, fields) => {
    expect(PERSON_FIELDS.filter((field) => mayBePinned(kind, field))).toEqual(fields)
  })
})
