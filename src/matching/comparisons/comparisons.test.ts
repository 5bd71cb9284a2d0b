import { describe, expect, it } from 'vitest'
import { pupil } from '../../../test/support/invented-school.ts'
import { reasonsOf } from '../explain.ts'
import type { MatchRecord } from '../index.ts'
import { runOf } from '../support/run-of.ts'

/** The codes of the reasons when one record of each side is compared. */
function codes(directory: Partial<MatchRecord>, source: Partial<MatchRecord>, kind: 'pupil' | 'staff' = 'pupil'): string[] {
  return compared(directory, source, kind).reasons.map((reason) => reason.code)
}

function compared(directory: Partial<MatchRecord>, source: Partial<MatchRecord>, kind: 'pupil' | 'staff' = 'pupil') {
  const run = runOf([pupil('d', directory)], [pupil('s', source)], kind)
  return { bits: run.comparer.look(0, 0).bits, reasons: reasonsOf(run.comparer, 0, 0) }
}

describe('forenames', () => {
  it.each([
    ['Ada', 'ÁDA', 'exact'],
    ['Abdul Rahman', 'Abdulrahman', 'exact'],
    ['William', 'Billy', 'nickname'],
    ['Mary Jane', 'Mary', 'part'],
    ['A', 'Ada', 'initial'],
    ['Jonathon', 'Jonathn', 'similar'],
    ['Duc', 'Dcu', 'resembling'],
    ['Ivy', 'Iny', 'resembling'],
    ['Chidi', 'Zofia', 'different'],
    ['Al', 'Li', 'different'],
  ])('compares %s with %s: %s', (left, right, level) => {
    expect(codes({ firstName: left }, { firstName: right })).toEqual([`forename.${level}`])
    expect(codes({ firstName: right }, { firstName: left })).toEqual([`forename.${level}`])
  })

  it('takes the best of legal and known-as names', () => {
    expect(codes({ firstName: 'Lottie' }, { firstName: 'Zofia', knownAsFirstName: 'Lottie' })).toEqual(['forename.exact'])
  })

  it('knows a middle name that is used as the first', () => {
    expect(codes({ firstName: 'Zofia', middleName: 'Rose' }, { firstName: 'Rose' })).toEqual(['forename.middle_as_first'])
  })
})

describe('surnames', () => {
  it.each([
    ["O'Brien", 'OBrien', 'exact'],
    ['Smith-Jones', 'Jones', 'part'],
    ['De La Cruz', 'de la', 'resembling'],
    ['Harlock', 'Harlok', 'similar'],
    ['Khan', 'Whitfield', 'different'],
  ])('compares %s with %s: %s', (left, right, level) => {
    expect(codes({ lastName: left }, { lastName: right })).toEqual([`surname.${level}`])
  })
})

describe('names in other boxes', () => {
  it.each([
    ['Ada', 'Khan', 'Khan', 'Ada', 'names.swapped'],
    ['Ada', 'Harlock', 'Harlok', 'Ada', 'names.swapped'],
    ['Ada', 'Khan', 'Ada Khan', null, 'names.other_boxes'],
    ['Maria Jose', 'Garcia', 'Maria', 'Jose Garcia', 'names.other_boxes'],
  ])('finds %s %s in %s | %s', (first, last, otherFirst, otherLast, code) => {
    expect(codes({ firstName: first, lastName: last }, { firstName: otherFirst, lastName: otherLast })).toEqual([code])
  })
})

describe('birth dates', () => {
  it.each([
    ['2015-03-04', '2015-03-04', 'exact'],
    ['2015-03-04', '2015-04-03', 'swapped'],
    ['2015-03-04', '2015-03-05', 'one_digit'],
    ['2015-03-04', '2015-03-17', 'one_part'],
    ['2015-03-04', '2015-11-17', 'same_year'],
    ['2015-03-04', '2011-11-17', 'different'],
    ['2015-02-31', '2015-02-31', 'exact'],
  ])('compares %s with %s: %s', (left, right, level) => {
    expect(codes({ birthDate: left }, { birthDate: right })).toEqual([`birth_date.${level}`])
  })
})

describe('identifiers', () => {
  it.each<[string, Partial<MatchRecord>, Partial<MatchRecord>, string[]]>([
    ['S-72 UPN', { upn: 'H801200001001' }, { upn: 'H801200001001' }, ['upn.same']],
    ['S-75 former UPN', { upn: 'H801200001001' }, { upn: 'R674123101121', formerUpn: 'H801200001001' }, ['upn.former']],
    ['temporary UPN', { upn: 'V87320002100A' }, { upn: 'V87320002100A' }, ['upn.temporary']],
    ['UPN with a wrong check letter', { upn: 'A873200011001' }, { upn: 'A873200011001' }, ['upn.unchecked']],
    ['two permanent UPNs', { upn: 'H801200001001' }, { upn: 'R674123101121' }, ['upn.conflict']],
    ['temporary and permanent UPN', { upn: 'H801200001001' }, { upn: 'V87320002100A' }, []],
    ['S-74 student ID', { customId: 'a17' }, { customId: 'A17' }, ['custom_id.same']],
    ['e-mail', { firstName: 'Ada', email: 'A@x.test' }, { firstName: 'Ada', email: 'a@x.test' }, ['forename.exact', 'email.same']],
    ["a family's e-mail", { firstName: 'Ada', email: 'a@x.test' }, { firstName: 'Zofia', email: 'a@x.test' }, ['forename.different']],
  ])('compares %s', (_name, directory, source, expected) => {
    expect(codes(directory, source)).toEqual(expected)
  })
})

describe('what depends on each other is one comparison', () => {
  it('says nothing of the year group where birth dates are compared', () => {
    const born = { birthDate: '2015-03-04', yearGroup: '4' }
    expect(codes(born, born)).toEqual(['birth_date.exact'])
    expect(codes({ yearGroup: '4' }, { yearGroup: '4' })).toEqual(['year_group.same'])
  })

  it('does not hold a move up by one year against a pair', () => {
    expect(compared({ yearGroup: 'R' }, { yearGroup: '1' })).toMatchObject({ bits: 0, reasons: [{ code: 'year_group.moved_up' }] })
    expect(codes({ yearGroup: 'R' }, { yearGroup: '4' })).toEqual(['year_group.different'])
  })

  it('takes another forename with surname and birth date equal for a twin', () => {
    const born = { lastName: 'Harlock', birthDate: '2015-03-04' }
    expect(codes({ firstName: 'Ada', ...born }, { firstName: 'Zofia', ...born })).toContain('twin.other_forename')
  })
})

it('takes nothing for nothing: missing is not different', () => {
  expect(compared({}, { firstName: 'Ada', lastName: 'Khan', birthDate: '2015-03-04', sex: 'female', email: 'a@x.test' })).toMatchObject({
    bits: 0,
    reasons: [],
  })
})
