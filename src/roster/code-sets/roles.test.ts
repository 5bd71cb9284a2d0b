import { describe, expect, it } from 'vitest'
import { KNOWN_ROLES, personKindOf, readEnrolmentRole, readRole } from './roles.ts'

describe('readRole', () => {
  it.each([
    ['student', 'pupil', 'Student'],
    ['Student', 'pupil', 'Student'],
    ['teacher', 'staff', 'Teacher'],
    ['faculty', 'staff', 'Teacher'],
    ['administrator', 'staff', 'Administrator'],
    ['siteAdministrator', 'staff', 'Administrator'],
    ['Site Administrator', 'staff', 'Administrator'],
    ['aide', 'staff', 'Staff'],
    ['officeStaff', 'staff', 'Staff'],
    ['parent', 'other', null],
    ['RELATIVE', 'other', null],
    ['other', 'other', null],
  ])('reads %s as %s of type %s (S-157)', (role, kind, userType) => {
    expect(readRole(role)).toEqual({ kind, userType })
  })

  it.each(['', 'wizard', 'ext:mentor'])('does not guess at "%s" (D10)', (role) => {
    expect(readRole(role)).toBeNull()
  })

  it('knows every role that its cure names', () => {
    for (const role of KNOWN_ROLES.split(', ')) expect(readRole(role)).not.toBeNull()
  })

  it('says that other roles are no kind of ours', () => {
    expect([readRole('parent'), readRole('nurse'), readRole('student'), null].map(personKindOf)).toEqual([null, 'staff', 'pupil', null])
  })
})

describe('readEnrolmentRole', () => {
  it.each([
    ['student', 'pupil'],
    ['teacher', 'teacher'],
    ['proctor', 'teacher'],
    ['parent', 'other'],
    ['wizard', null],
  ])('reads %s in a class as %s', (role, meaning) => {
    expect(readEnrolmentRole(role)).toBe(meaning)
  })
})
