import { describe, expect, it } from 'vitest'
import { fieldsOwnedBySource } from './ownership.ts'
import { PERSON_FIELDS } from './person.ts'

const localOf = (kind: 'pupil' | 'staff', ...localFields: readonly string[]) => {
  const owned = fieldsOwnedBySource(kind, localFields)
  return PERSON_FIELDS.filter((field) => !owned.includes(field))
}

describe('the fields that a sync writes', () => {
  it('S-187 are all of a pupil’s, whatever was taken over here', () => {
    expect(localOf('pupil', ...PERSON_FIELDS)).toEqual([])
  })

  it('S-188, D5 are not a teacher’s e-mail and account type, once they were edited here', () => {
    expect(localOf('staff')).toEqual([])
    expect(localOf('staff', 'email')).toEqual(['email'])
    expect(localOf('staff', 'userType')).toEqual(['userType'])
  })

  it('S-188 are all others of staff, whatever was taken over here', () => {
    expect(localOf('staff', ...PERSON_FIELDS)).toEqual(['email', 'userType'])
  })
})
