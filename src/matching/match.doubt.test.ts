import { describe, expect, it } from 'vitest'
import { dice, inventedPupils, pupil } from '../../test/support/invented-school.ts'
import { type MatchRecord, match } from './index.ts'

const U1 = 'K999990000001'
const U2 = 'H801200001001'
const BORN = { lastName: 'Gupta', birthDate: '2014-03-04' }
const BEN = { ...BORN, firstName: 'Ben', sex: 'male' } as const
const TARA = { ...BORN, firstName: 'Tara', sex: 'female' } as const
const ADAM = { firstName: 'Adam', lastName: 'Khan', birthDate: '2014-03-04' }
const crowd = inventedPupils(120, { roll: dice(7), twinShare: 0 })

type Fields = Partial<MatchRecord>

/** What becomes of the people of a story (d1, d2 .. and s1, s2 ..) in a school of 120 others, none of whom arrives. */
function verdicts(directory: readonly Fields[], source: readonly Fields[], kind: 'pupil' | 'staff' = 'pupil') {
  const { pairs } = match({
    kind,
    directory: [...crowd, ...directory.map((it, place) => pupil(`d${place + 1}`, it))],
    source: source.map((it, place) => pupil(`s${place + 1}`, it)),
    standing: [],
    decided: [],
    vetoed: [],
  })
  return pairs.filter((pair) => pair.directoryId.startsWith('d'))
}

const short = (given: ReturnType<typeof verdicts>) => given.map((it) => `${it.directoryId}=${it.sourceId} ${it.verdict}`)

describe('D1 N-07 a doubt is never certain', () => {
  it('proposes the exact name where a twin came with the UPN, and says why a person should look', () => {
    const found = verdicts([{ ...BEN, upn: U1, yearGroup: '5', registrationClass: '5A' }], [BEN, { ...TARA, upn: U1 }])
    expect(short(found)).toEqual(['d1=s1 possible'])
    expect(found[0]?.guards).toContain('guard.upn_elsewhere')
  })

  it.each<[string, Fields[], Fields[], string]>([
    ['a UPN on a twin', [{ ...BEN, upn: U1 }], [{ ...TARA, upn: U1 }], 'guard.other_forename'],
    ['a UPN on a twin of the same sex', [{ ...BEN, upn: U1 }], [{ ...BEN, firstName: 'Kofi', upn: U1 }], 'guard.other_forename'],
    ['a student ID on a twin', [{ ...BEN, customId: '7' }], [{ ...TARA, customId: '7' }], 'guard.other_forename'],
    [
      'a short form, but the other sex',
      [{ ...BEN, firstName: 'Sam', upn: U1 }],
      [{ ...TARA, firstName: 'Samantha', upn: U1 }],
      'guard.other_forename',
    ],
    ['a UPN on a new surname beside the old', [{ ...BEN, upn: U1 }], [{ ...BEN, lastName: 'Whitfield', upn: U1 }, BEN], 'guard.'],
    [
      'a UPN on another short name',
      [{ ...BEN, firstName: 'Tim', upn: U1 }],
      [{ ...BEN, firstName: 'Tom', upn: U1 }],
      'guard.other_forename',
    ],
    [
      'look-alike forenames',
      [{ firstName: 'Aisha', lastName: 'Rahman', birthDate: '2014-03-04' }],
      [{ firstName: 'Alisha', lastName: 'Rahman', birthDate: '2014-03-04' }],
      'guard.lookalike',
    ],
    ['birth years two apart', [ADAM], [{ ...ADAM, birthDate: '2016-03-04' }], 'guard.birth_dates_apart'],
    [
      'birth years and classes two apart',
      [{ ...ADAM, yearGroup: '4', registrationClass: '4A' }],
      [{ ...ADAM, birthDate: '2016-03-04', yearGroup: '2', registrationClass: '2A' }],
      'guard.',
    ],
    [
      'a birth year and a year group one apart',
      [{ ...ADAM, lastName: 'Okonkwo', yearGroup: '4' }],
      [{ ...ADAM, lastName: 'Okonkwo', birthDate: '2015-03-04', yearGroup: '3' }],
      'guard.birth_dates_apart',
    ],
    [
      'another day and another year group',
      [{ ...ADAM, lastName: 'Okonkwo', yearGroup: '4' }],
      [{ ...ADAM, lastName: 'Okonkwo', birthDate: '2014-03-05', yearGroup: '1' }],
      'guard.birth_dates_apart',
    ],
  ])('%s', (_name, directory, source, guard) => {
    const found = verdicts(directory, source)
    expect(found.filter((pair) => pair.verdict === 'certain')).toEqual([])
    for (const pair of found) expect(pair.guards.join()).toContain(guard)
  })

  it.each<[string, Fields, Fields]>([
    ['twins', BEN, TARA],
    ['twins with look-alike names', { ...BORN, firstName: 'Aisha' }, { ...BORN, firstName: 'Alisha' }],
    ['twins of whom no sex is known', { ...BORN, firstName: 'Ben' }, { ...BORN, firstName: 'Tara' }],
  ])('crossed UPNs of %s make neither certain', (_name, one, two) => {
    const found = verdicts(
      [
        { ...one, upn: U1 },
        { ...two, upn: U2 },
      ],
      [
        { ...one, upn: U2 },
        { ...two, upn: U1 },
      ],
    )
    expect(found.map((pair) => pair.verdict)).toEqual(['possible', 'possible'])
  })

  it('crossed student IDs of twins make no crosswise pair certain', () => {
    const found = verdicts(
      [
        { ...BEN, customId: '7' },
        { ...TARA, customId: '8' },
      ],
      [
        { ...BEN, customId: '8' },
        { ...TARA, customId: '7' },
      ],
    )
    expect(short(found)).not.toContain('d1=s2 certain')
    expect(short(found)).not.toContain('d2=s1 certain')
  })
})

it('D1 C28 an equal UPN whose names and birth date say otherwise is for a person to decide', () => {
  const found = verdicts([{ ...BEN, upn: U1 }], [{ firstName: 'Zofia', lastName: 'Nowak', birthDate: '2011-11-29', upn: U1 }])
  expect(short(found)).toEqual(['d1=s1 possible'])
})

describe('D1 N-07 what a breaker found', () => {
  const held = { lastName: 'Hall', birthDate: '2016-03-19', sex: 'male' } as const
  it.each<[string, Fields[], Fields[], string, ('pupil' | 'staff')?]>([
    [
      'N-12 a number that was given out anew, without a birth date',
      [{ firstName: 'Jack', lastName: 'Smith', customId: '1001' }],
      [{ firstName: 'Jack', lastName: 'Khan', birthDate: '2019-01-30', customId: '1001' }],
      'guard.names_differ',
    ],
    [
      'N-12 a number on a namesake of another age',
      [{ firstName: 'Oliver', lastName: 'Smith', birthDate: '2012-05-06', customId: '77' }],
      [{ firstName: 'Oliver', lastName: 'Smith', birthDate: '2018-11-23', customId: '77' }],
      'guard.birth_dates_apart',
    ],
    [
      'a short form where the name itself arrived too',
      [{ ...held, firstName: 'Harry' }],
      [
        { ...held, firstName: 'Henry' },
        { firstName: 'Harry', lastName: 'Hall-Smith', sex: 'male' },
      ],
      'guard.closer_name',
    ],
    [
      'father and son of one name with two staff codes',
      [{ firstName: 'John', lastName: 'Smith', customId: 'JSM', email: 'john.smith@old.test' }],
      [{ firstName: 'John', lastName: 'Smith', customId: 'JS2', email: 'john.smith@new.test' }],
      'guard.ids_differ',
      'staff',
    ],
    [
      'swapped names that are nearly a sister',
      [{ firstName: 'Mia', lastName: 'Aziz', birthDate: '2018-07-06' }],
      [{ firstName: 'Aziz', lastName: 'Mya', birthDate: '2018-07-06' }],
      'guard.',
    ],
  ])('%s', (_name, directory, source, guard, kind = 'pupil') => {
    const found = verdicts(directory, source, kind)
    expect(found.filter((pair) => pair.verdict === 'certain')).toEqual([])
    expect(found[0]?.guards.join()).toContain(guard)
  })

  it('whoever is paired for certain takes no chance from a twin', () => {
    const born = { lastName: 'Vallance', birthDate: '2018-12-01', sex: 'male' } as const
    const found = verdicts(
      [
        { ...born, firstName: 'Mohammed Ali', middleName: 'Archie' },
        { ...born, firstName: 'Mohammed Hasan' },
      ],
      [
        { ...born, firstName: 'Mohmamed Ali', middleName: 'Archie' },
        { ...born, firstName: 'Mohammed Hasan', lastName: 'Rose' },
      ],
    )
    expect(short(found)).toEqual(['d1=s1 certain', 'd2=s2 possible'])
  })
})

describe('D1 N-07 what is no doubt stays certain', () => {
  const ada = { firstName: 'Ada', lastName: 'Okonkwo', birthDate: '2014-03-04', upn: U1 }
  it.each<[string, Fields, Fields]>([
    ['a changed surname', {}, { lastName: 'Whitfield' }],
    ['a short form of the forename', { firstName: 'William' }, { firstName: 'Billy' }],
    ['a slip in the forename', { firstName: 'Jessica' }, { firstName: 'Jesica' }],
    ['one wrong digit in the birth date', {}, { birthDate: '2014-03-05' }],
    ['a slip in a short forename', { firstName: 'Lex' }, { firstName: 'Lrx' }],
    ['swapped day and month', {}, { birthDate: '2014-04-03' }],
    ['a wrong birth year', {}, { birthDate: '2016-03-04' }],
    ['another sex with the same name', { sex: 'male' }, { sex: 'female' }],
  ])('equal UPN and %s', (_name, held, arriving) => {
    expect(short(verdicts([{ ...ada, ...held }], [{ ...ada, ...arriving }]))).toEqual(['d1=s1 certain'])
  })

  it('twins who each have their own UPN', () => {
    const twins = [
      { ...BEN, upn: U1 },
      { ...TARA, upn: U2 },
    ]
    expect(short(verdicts(twins, twins))).toEqual(['d1=s1 certain', 'd2=s2 certain'])
  })

  it.each<[string, Fields]>([
    ['e-mail address', { email: 'anna@oak.example.test' }],
    ['staff code', { customId: 'AHA' }],
  ])('staff who married, by their %s', (_name, key) => {
    const anna = { firstName: 'Anna', lastName: 'Harlock', ...key }
    expect(short(verdicts([anna], [{ ...anna, lastName: 'Whitfield' }], 'staff'))).toEqual(['d1=s1 certain'])
  })
})
