import { describe, expect, it } from 'vitest'
import { aClass, aPupil, aTeacher } from '../../test/support/stories.ts'
import { recordKey } from '../roster/index.ts'
import { checkPeople, type ReadYearGroup } from './check-people.ts'
import type { SourceRecord } from './source-record.ts'

const YEARS: ReadYearGroup = (raw) =>
  raw === ''
    ? { kind: 'none' }
    : raw === 'Nursery'
      ? { kind: 'nursery' }
      : raw === 'Blue'
        ? { kind: 'unknown' }
        : { kind: 'code', code: '7' }

/** Checks a school whose people stand in `users.csv`, from line 2, in this order. */
function check(...source: readonly SourceRecord[]) {
  const current = new Map(source.map((it) => [recordKey(it.kind, it.sourceId), it]))
  const places = new Map([...current.keys()].map((key, index) => [key, { file: 'users.csv', line: index + 2 }]))
  const { leftOut, problems } = checkPeople(current, YEARS, places)
  return {
    leftOut: [...leftOut].map(([key, code]) => `${key} ${code}`),
    problems: problems.map((it) => `${it.code} ${it.line ?? 'together'}`),
  }
}

describe('people who cannot be synced', () => {
  it('S-141, D21 staff without e-mail, where the source carries staff e-mails', () => {
    expect(check(aTeacher('t1'), aTeacher('t2', { email: null }))).toEqual({
      leftOut: ['staff/t2 staff.without_email'],
      problems: ['staff.without_email 3'],
    })
    expect(check(aTeacher('t1', { email: null }), aPupil('p1', { email: 'p1@school.example' }))).toEqual({ leftOut: [], problems: [] })
  })

  it('S-142, D21 pupils without registration class, where the source carries those', () => {
    const classes = [aClass('7A'), aClass('ma', { kind: 'subject' })]
    expect(check(...classes, aPupil('p1', { classes: ['7A'] }), aPupil('p2', { classes: ['ma'] }), aPupil('p3'))).toEqual({
      leftOut: ['pupil/p2 pupil.without_registration_class', 'pupil/p3 pupil.without_registration_class'],
      problems: ['pupil.without_registration_class 5', 'pupil.without_registration_class 6'],
    })
    expect(check(...classes, aPupil('p1', { classes: ['ma'] }), aPupil('p2'))).toEqual({ leftOut: [], problems: [] })
    expect(check(...classes, aPupil('p1', { classes: ['7A'] }), aTeacher('t1'))).toEqual({ leftOut: [], problems: [] })
  })

  it('S-85 pupils of a year group nobody has mapped, told once for each spelling', () => {
    expect(check(aPupil('p1', { yearGroup: 'Blue' }), aPupil('p2', { yearGroup: 'Blue' }), aPupil('p3'))).toEqual({
      leftOut: ['pupil/p1 pupil.year_group_unmapped', 'pupil/p2 pupil.year_group_unmapped'],
      problems: ['pupil.year_group_unmapped together'],
    })
  })

  it('S-89 nursery pupils, never silently', () => {
    expect(check(aPupil('p1', { yearGroup: 'Nursery' }), aPupil('p2'))).toEqual({
      leftOut: ['pupil/p1 pupil.nursery_left_out'],
      problems: ['pupil.nursery_left_out together'],
    })
  })

  it('S-140 are told with file, line and column', () => {
    const current = new Map(
      [aTeacher('t1'), aTeacher('t2', { email: '', username: 'dquill' })].map((it) => [recordKey(it.kind, it.sourceId), it]),
    )
    const { problems } = checkPeople(current, YEARS, new Map([['staff/t2', { file: 'users.csv', line: 3 }]]))
    expect(problems).toMatchObject([{ code: 'staff.without_email', file: 'users.csv', line: 3, column: 'email', value: 'dquill' }])
  })
})

describe('people who are synced without a detail', () => {
  it('D21 no year group, no birth date, no name: a warning at the most, and they are taken', () => {
    expect(check(aPupil('p1', { yearGroup: null }))).toEqual({ leftOut: [], problems: [] })
    expect(check(aPupil('p1', { birthDate: null }), aPupil('p2', { birthDate: null }))).toEqual({
      leftOut: [],
      problems: ['person.without_birth_date together'],
    })
    expect(check(aTeacher('t1', { firstName: null, lastName: '' }))).toEqual({ leftOut: [], problems: ['person.without_name 2'] })
  })

  it('D21 a birth date that the source does not carry is no warning', () => {
    const { birthDate: _, ...fields } = aPupil('p1').body.fields
    expect(check({ kind: 'pupil', sourceId: 'p1', body: { fields } })).toEqual({ leftOut: [], problems: [] })
  })
})
