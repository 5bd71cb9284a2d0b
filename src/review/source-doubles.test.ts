import { describe, expect, it } from 'vitest'
import { aPupil, aTeacher } from '../../test/support/stories.ts'
import type { SourceRecord } from '../snapshots/index.ts'
import { sourceDoubles } from './source-doubles.ts'

const ADA = { firstName: 'Ada', lastName: 'Okonkwo', birthDate: '2015-03-04', upn: null }
const UPN = 'H801200001001'
const OTHER_UPN = 'R674123101121'

/** What is found of `a` beside these others. */
function find(first: SourceRecord, ...others: readonly SourceRecord[]) {
  const people = [first, ...others].flatMap((it) => (it.kind === 'class' ? [] : [it]))
  const doubleOf = sourceDoubles(people, { among: people, isFirst: (it) => it === 'z' })
  const found = doubleOf(first.sourceId)
  return found === null ? null : `${found.basis} ${found.sourceId}`
}

describe('people whom a source names twice (C27)', () => {
  it.each([
    [
      'the same UPN, whatever the name',
      { ...ADA, upn: UPN },
      { firstName: 'Bea', lastName: 'Ash', birthDate: '2014-01-01', upn: UPN },
      'upn b',
    ],
    ['the same name and birth date', ADA, ADA, 'names b'],
    ['another spelling of the same name', ADA, { ...ADA, firstName: 'ADA', lastName: 'Okonkwó' }, 'names b'],
    ['a known-as name that is the other’s name', { ...ADA, firstName: 'Adaeze', knownAsFirstName: 'Ada' }, ADA, 'names b'],
    ['two permanent UPNs are two pupils', { ...ADA, upn: UPN }, { ...ADA, upn: OTHER_UPN }, null],
    ['a twin', ADA, { ...ADA, firstName: 'Chidi' }, null],
    ['a namesake with another birth date', ADA, { ...ADA, birthDate: '2015-03-05' }, null],
    ['a namesake without a birth date', { ...ADA, birthDate: null }, { ...ADA, birthDate: null }, null],
  ])('%s', (_, one, other, expected) => {
    expect(find(aPupil('a', one), aPupil('b', other))).toBe(expected)
  })

  it('staff by name and address together: an address alone is a shared one', () => {
    const dora = { firstName: 'Dora', lastName: 'Quill', email: 'd.quill@oak.example.test', birthDate: null }
    expect(find(aTeacher('a', dora), aTeacher('b', { ...dora, email: 'D.Quill@oak.example.test' }))).toBe('email b')
    expect(find(aTeacher('a', dora), aTeacher('b', { ...dora, firstName: 'Martin' }))).toBeNull()
  })

  it('of several names the one who stands for somebody here, and never itself', () => {
    expect(find(aPupil('a', ADA), aPupil('b', ADA), aPupil('z', ADA))).toBe('names z')
    expect(find(aPupil('a', { ...ADA, knownAsFirstName: 'Ada' }))).toBeNull()
  })
})
