import { describe, expect, it } from 'vitest'
import { pupil } from '../../../test/support/invented-school.ts'
import type { MatchRecord } from '../index.ts'
import { type HeldElsewhere, type MoverInput, movers } from './index.ts'

const ADA = { firstName: 'Ada', lastName: 'Okonkwo', birthDate: '2015-03-04' }
const UPN = 'H801200001001'
const OTHER_UPN = 'R674123101121'
const EMAIL = 'ada.okonkwo@home.example.test'

/** Somebody whom a school holds; a leaver, unless the story says otherwise. */
const held = (schoolId: string, id: string, fields: Partial<MatchRecord>, isPresent = false): HeldElsewhere => ({
  ...{ schoolId, isPresent },
  record: pupil(id, fields),
})

const crowd = (schoolId: string): HeldElsewhere[] =>
  Array.from({ length: 200 }, (_, number) =>
    held(schoolId, `crowd-${number}`, {
      firstName: `Fore${'abcdefghijklmnopqrstuvwxyz'.charAt(number % 26)}${number}`,
      lastName: `Sur${'qwertyuiopasdfghjklzxcvbnm'.charAt(number % 26)}${number}x`,
      birthDate: `2014-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
    }),
  )

/** Who is proposed, in words: source, school, directory, basis, and whether it is more than a question. */
function story(people: readonly HeldElsewhere[], source: readonly MatchRecord[], more: Partial<MoverInput> = {}): string[] {
  return movers({ kind: 'pupil', source, held: [...people, ...crowd('A')], ...more }).map(
    ({ sourceId, schoolId, directoryId, basis, isIdentified, guards }) =>
      [`${sourceId}=${schoolId}/${directoryId} ${basis}`, ...(isIdentified ? ['identified'] : []), ...guards].join(' '),
  )
}

describe('movers', () => {
  it.each<[string, HeldElsewhere[], MatchRecord[], string[]]>([
    ['the same UPN identifies', [held('A', 'd', { ...ADA, upn: UPN })], [pupil('s', { ...ADA, upn: UPN })], ['s=A/d upn identified']],
    [
      'a former UPN does too',
      [held('A', 'd', { ...ADA, upn: UPN })],
      [pupil('s', { ...ADA, upn: OTHER_UPN, formerUpn: UPN })],
      ['s=A/d upn identified'],
    ],
    [
      'the same e-mail address does, with name and birth date',
      [held('A', 'd', { ...ADA, email: EMAIL })],
      [pupil('s', { ...ADA, email: EMAIL.toUpperCase() })],
      ['s=A/d email identified'],
    ],
    ['name and birth date are for a person, however sure', [held('A', 'd', ADA)], [pupil('s', ADA)], ['s=A/d names']],
    [
      'day and month in each other’s place are found',
      [held('A', 'd', { ...ADA, sex: 'female' })],
      [pupil('s', { ...ADA, birthDate: '2015-04-03', sex: 'female' })],
      ['s=A/d names'],
    ],
    [
      'names in each other’s boxes are found',
      [held('A', 'd', ADA)],
      [pupil('s', { ...ADA, firstName: 'Okonkwo', lastName: 'Ada' })],
      ['s=A/d names'],
    ],
    [
      'another spelling and a slip of the date are found by surname, year and initial',
      [held('A', 'd', { ...ADA, firstName: 'Catherine', middleName: 'Oluwaseun', sex: 'female' })],
      [pupil('s', { ...ADA, firstName: 'Cathrine', middleName: 'Oluwaseun', birthDate: '2015-03-14', sex: 'female' })],
      ['s=A/d names'],
    ],
    ['a name without a birth date is nobody', [held('A', 'd', { ...ADA, birthDate: null })], [pupil('s', ADA)], []],
    ['another birth date is somebody else', [held('A', 'd', { ...ADA, birthDate: '2011-11-30' })], [pupil('s', ADA)], []],
    [
      'class, year group and the number that a school gives say nothing',
      [
        held('A', 'd', {
          customId: '17',
          yearGroup: '3',
          registrationClass: '3B',
          firstName: 'Bo',
          lastName: 'Tan',
          birthDate: '2015-03-04',
        }),
      ],
      [pupil('s', { ...ADA, customId: '17', yearGroup: '3', registrationClass: '3B' })],
      [],
    ],
    [
      'a UPN that name and birth date contradict is a question',
      [held('A', 'd', { firstName: 'Zofia', lastName: 'Nowak', birthDate: '2011-11-30', upn: UPN })],
      [pupil('s', { ...ADA, upn: UPN })],
      ['s=A/d upn guard.other_forename guard.names_differ guard.birth_dates_apart'],
    ],
    [
      'a UPN with another forename is a question',
      [held('A', 'd', { ...ADA, firstName: 'Grace', upn: UPN })],
      [pupil('s', { ...ADA, upn: UPN })],
      ['s=A/d upn guard.other_forename'],
    ],
    [
      'a UPN of two people of one school names neither',
      [held('A', 'd1', { ...ADA, upn: UPN }), held('A', 'd2', { firstName: 'Bo', lastName: 'Tan', birthDate: '2014-01-01', upn: UPN })],
      [pupil('s', { ...ADA, upn: UPN })],
      ['s=A/d1 names'],
    ],
    [
      'a UPN that a pupil left in two schools names them all the same, the school that has let them go first',
      [held('A', 'd', { ...ADA, upn: UPN }, true), held('C', 'd', { ...ADA, upn: UPN })],
      [pupil('s', { ...ADA, upn: UPN })],
      ['s=C/d upn guard.rival'],
    ],
    [
      'a temporary UPN is no identifier',
      [held('A', 'd', { ...ADA, upn: 'V87320002100A' })],
      [pupil('s', { ...ADA, upn: 'V87320002100A' })],
      ['s=A/d names'],
    ],
    [
      'an address that brothers and sisters share names nobody',
      [held('A', 'd1', { ...ADA, firstName: 'Grace', birthDate: '2013-09-09', email: EMAIL }), held('A', 'd2', { ...ADA, email: EMAIL })],
      [pupil('s', { ...ADA, email: EMAIL })],
      ['s=A/d2 names'],
    ],
    [
      'a brother with the family’s address is nobody',
      [held('A', 'd', { ...ADA, firstName: 'Emeka', birthDate: '2013-09-09', email: EMAIL })],
      [pupil('s', { ...ADA, email: EMAIL })],
      [],
    ],
    [
      'two who fit alike are a question, the leaver first',
      [held('A', 'd', ADA, true), held('C', 'd', ADA)],
      [pupil('s', ADA)],
      ['s=C/d names guard.duplicate guard.rival'],
    ],
  ])('N-10 %s', (_name, people, source, expected) => {
    expect(story(people, source)).toEqual(expected)
  })

  it('N-10 staff are found by their address, whatever they are called now', () => {
    const one = { firstName: 'Dora', lastName: 'Quill', email: 'd.quill@trust.example.test' }
    const people = [held('A', 'd', one)]
    expect(story(people, [pupil('s', { ...one, lastName: 'Penrose' })], { kind: 'staff' })).toEqual(['s=A/d email identified'])
    expect(story(people, [pupil('s', one)], { kind: 'staff' })).toEqual(['s=A/d email identified'])
  })

  it('N-10 the more people the other schools have, the more it takes', () => {
    const source = [pupil('s', { ...ADA, firstName: 'Adah', birthDate: '2015-03-05' })]
    expect(story([held('A', 'd', ADA)], source, { candidates: 200 })).toEqual(['s=A/d names'])
    expect(story([held('A', 'd', ADA)], source, { candidates: 2_000_000 })).toEqual([])
  })

  it('N-10 says why, and the reasons add up', () => {
    const [found] = movers({ kind: 'pupil', source: [pupil('s', { ...ADA, upn: UPN })], held: [held('A', 'd', { ...ADA, upn: UPN })] })
    expect(found?.reasons.map((it) => it.code)).toEqual(['upn.same', 'forename.exact', 'surname.exact', 'birth_date.exact'])
    expect(found?.reasons.reduce((sum, it) => sum + it.bits, 0)).toBeCloseTo(found?.bits ?? 0, 9)
  })
})
