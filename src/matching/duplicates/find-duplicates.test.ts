import { describe, expect, it } from 'vitest'
import { dice, inventedPupils, pupil } from '../../../test/support/invented-school.ts'
import type { MatchRecord } from '../index.ts'
import { type DuplicateInput, findDuplicates } from './index.ts'

const ADA = { firstName: 'Ada', lastName: 'Okonkwo', birthDate: '2015-03-04', yearGroup: '5' }
const UPN = 'H801200001001'
const OTHER_UPN = 'R674123101121'

/** A school around them: nobody stands in it twice. */
const crowd = Array.from({ length: 200 }, (_, number) =>
  pupil(`crowd-${number}`, {
    firstName: `Fore${'abcdefghijklmnopqrstuvwxyz'.charAt(number % 26)}${number}`,
    lastName: `Sur${'qwertyuiopasdfghjklzxcvbnm'.charAt(number % 26)}${number}x`,
    birthDate: `2014-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
  }),
)

function find(records: readonly MatchRecord[], more: Partial<DuplicateInput> = {}): string[] {
  const input = { kind: 'pupil' as const, records: [...records, ...crowd], isApart: () => false, areBothNamed: () => false, ...more }
  return findDuplicates(input).map((it) => [`${it.one}=${it.other} ${it.basis}`, ...(it.isSure ? ['sure'] : []), ...it.doubts].join(' '))
}

describe('findDuplicates', () => {
  it.each<[string, Partial<MatchRecord>, Partial<MatchRecord>, string[]]>([
    ['the same UPN is sure', { ...ADA, upn: UPN }, { ...ADA, upn: UPN }, ['a=b upn sure']],
    ['a former UPN is too', { ...ADA, upn: UPN }, { ...ADA, upn: OTHER_UPN, formerUpn: UPN }, ['a=b upn sure']],
    ['the same name and birth date are a question', ADA, ADA, ['a=b names']],
    ['a known-as name is one of the names', { ...ADA, firstName: 'Adaeze', knownAsFirstName: 'Ada' }, ADA, ['a=b names']],
    ['a twin is somebody else', ADA, { ...ADA, firstName: 'Chidi' }, []],
    ['a twin with nearly the same UPN is too', { ...ADA, upn: UPN }, { ...ADA, firstName: 'Chidi', upn: OTHER_UPN }, []],
    ['a namesake of another age is somebody else', ADA, { ...ADA, birthDate: '2011-09-21', yearGroup: '9' }, []],
    ['two permanent UPNs are two pupils', { ...ADA, upn: UPN }, { ...ADA, upn: OTHER_UPN }, []],
    ['a brother or sister is somebody else', ADA, { ...ADA, firstName: 'Ife', birthDate: '2013-01-19', yearGroup: '7' }, []],
  ])('S-76 %s', (_, one, other, expected) => {
    expect(find([pupil('a', one), pupil('b', other)])).toEqual(expected)
  })

  it('S-80 who was told apart is not offered again, in whichever order they stand', () => {
    const [a, b] = [pupil('a', ADA), pupil('b', ADA)]
    const isApart = (one: string, other: string): boolean => one === 'a' && other === 'b'
    expect(find([a, b], { isApart })).toEqual([])
    expect(find([b, a], { isApart })).toEqual([])
  })

  it('N-07 one source that names both says that they are two: only the same details are a question, and never sure', () => {
    const areBothNamed = (): boolean => true
    expect(find([pupil('a', ADA), pupil('b', ADA)], { areBothNamed })).toEqual(['a=b names guard.both_named'])
    expect(find([pupil('a', ADA), pupil('b', { ...ADA, firstName: 'Adah' })], { areBothNamed })).toEqual([])
  })

  it('three records of one person are three pairs', () => {
    const three = ['a', 'b', 'c'].map((id) => pupil(id, { ...ADA, upn: UPN }))
    expect(find(three)).toEqual(['a=b upn sure', 'a=c upn sure', 'b=c upn sure'])
  })

  it('a parent’s address that several children have says nothing', () => {
    const email = 'parent@home.example.test'
    expect(
      find([pupil('a', { ...ADA, email }), pupil('b', { firstName: 'Ben', lastName: 'Hall', birthDate: '2012-05-05', email })]),
    ).toEqual([])
  })

  it('staff: the same e-mail address and name is sure, the address with another forename is not', () => {
    const dora = { firstName: 'Dora', lastName: 'Quill', email: 'd.quill@oak.example.test' }
    expect(find([pupil('a', dora), pupil('b', dora)], { kind: 'staff' })).toEqual(['a=b email sure'])
    expect(find([pupil('a', dora), pupil('b', { ...dora, firstName: 'Martin' })], { kind: 'staff' })).toEqual([])
  })

  it('N-07 in schools with many twins nobody is sure without a number, and no twin is offered', () => {
    for (const seed of [1, 2, 3]) {
      const records = inventedPupils(600, { roll: dice(seed), twinShare: 0.05 })
      const names = new Map(records.map((it) => [it.id, `${it.firstName}|${it.lastName}|${it.birthDate}`]))
      const found = findDuplicates({ kind: 'pupil', records, isApart: () => false, areBothNamed: () => false })
      expect(found.filter((it) => it.isSure)).toEqual([])
      for (const { one, other } of found) {
        const same = [0, 1, 2].filter((part) => names.get(one)?.split('|')[part] === names.get(other)?.split('|')[part])
        expect(same.length, `${names.get(one)} / ${names.get(other)}`).toBeGreaterThan(1)
        expect(same, `${names.get(one)} / ${names.get(other)}`).not.toEqual([1, 2])
      }
    }
  })

  it('does not depend on the order of the records, and is the same twice', () => {
    const records = inventedPupils(300, { roll: dice(9), twinShare: 0.05 })
    const again = records.slice(0, 8).map((it) => ({ ...it, id: `again-${it.id}` }))
    const input = { kind: 'pupil' as const, records: [...records, ...again], isApart: () => false, areBothNamed: () => false }
    const found = findDuplicates(input)
    for (const { id } of again) expect(found.map((it) => it.other)).toContain(id)
    expect(findDuplicates({ ...input, records: input.records.toReversed() })).toEqual(found)
    expect(findDuplicates(input)).toEqual(found)
  })
})
