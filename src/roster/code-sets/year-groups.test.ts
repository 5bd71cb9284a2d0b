import { describe, expect, it } from 'vitest'
import { allYearGroups, isNursery, nextYearGroup, readYearGroup, readYearGroups, type Vocabulary, yearGroupOfCode } from './year-groups.ts'

const ENGLAND: Readonly<Record<string, string>> = {
  '6': 'Year 6|Y6|Yr 6|Yr6|6|06|Year Six|year 6|YEAR 06|NC Year 6|Grade 6|6th grade| Year  6 ',
  R: 'Reception|R|YR|FS2|F2|Rec|Year R|Foundation|0|KG|K|Kindergarten|TK',
  N2: 'Nursery|N2|N|Nursery 2|Nursery Pre-school|PK|PreK|Pre-K',
  N1: 'N1|Nursery 1|F1|Pre-Nursery|Preschool',
  E1: 'E1',
  E2: 'E2|Toddlers',
  '1': 'Year 1|Y1|Yr1|Year One|1|01',
  '12': 'Lower Sixth|L6|Year 12|12',
  '13': 'Upper Sixth|U6|Year 13',
  '14': '14|PS',
  M: 'M|Mixed|Year 5/6|Y5/Y6|5/6|R/1|Years 3, 4 and 5',
  X: 'X|UG|Ungraded|Other',
  none: '|  |Unspecified|N/A',
  unknown: '7A|Year 15|6B|Badgers|Year 5/Badgers|2026/27|Year|15',
}

const AMERICA: Readonly<Record<string, string>> = {
  '03': 'Grade 3|3rd grade|3|03|Third Grade|Grade Three|Gr 3|G3',
  '11': '11th grade|11',
  '12': '12|12th grade|Grade 12',
  '13': '13',
  KG: 'KG|K|Kindergarten',
  PK: 'PK|PreK|Pre-K|PreKindergarten',
  TK: 'TK|TransitionalKindergarten',
  PR: 'PR|Preschool',
  IT: 'IT|InfantToddler',
  PS: 'PS|PostGraduate',
  UG: 'UG|Ungraded|Grade 1/2',
  Other: 'Other',
  none: '|Unspecified',
  unknown: '7A|Grade 14|Lower Sixth',
}

const cases = (table: Readonly<Record<string, string>>, vocabulary: Vocabulary) =>
  Object.entries(table).flatMap(([expected, spellings]) =>
    spellings.split('|').map((raw): [string, Vocabulary, string] => [raw, vocabulary, expected]),
  )

describe('readYearGroup', () => {
  it.each([...cases(ENGLAND, 'en-GB'), ...cases(AMERICA, 'en-US')])('S-86 D33 reads %j in %s as %s', (raw, vocabulary, expected) => {
    const read = readYearGroup(raw, vocabulary)
    expect(typeof read === 'string' ? read : read.code).toBe(expected)
  })

  it.each([
    ['06', 'en-GB', { code: '6', name: 'Year 6', order: 6 }],
    ['KG', 'en-GB', { code: 'R', name: 'Reception', order: 0 }],
    ['6', 'en-US', { code: '06', name: 'Grade 6', order: 6 }],
    ['k', 'en-US', { code: 'KG', name: 'Kindergarten', order: 0 }],
  ] as const)('gives the standard name of %j in %s', (raw, vocabulary, group) => {
    expect(readYearGroup(raw, vocabulary)).toEqual(group)
  })

  it.each(['en-GB', 'en-US'] as const)('reads every code and every name of %s as itself', (vocabulary) => {
    for (const group of allYearGroups(vocabulary)) {
      expect(readYearGroup(group.code, vocabulary)).toEqual(group)
      expect(readYearGroup(group.name, vocabulary)).toEqual(group)
      expect(yearGroupOfCode(group.code, vocabulary)).toEqual(group)
    }
  })
})

describe('readYearGroups', () => {
  it.each([
    ['Year 5/6', '5 6'],
    ['R and 1', 'R 1'],
    ['Years 3, 4 & 5', '3 4 5'],
    ['Year 2', '2'],
    ['Y1-Y2', '1 2'],
  ])('S-99 reads the years of the mixed class %j', (raw, codes) => {
    const read = readYearGroups(raw, 'en-GB')
    expect(typeof read === 'string' ? read : read.map((group) => group.code).join(' ')).toBe(codes)
  })
})

describe('nextYearGroup', () => {
  it.each([
    ['N2', 'en-GB', 'R'],
    ['R', 'en-GB', '1'],
    ['6', 'en-GB', '7'],
    ['13', 'en-GB', null],
    ['M', 'en-GB', null],
    ['PK', 'en-US', 'KG'],
    ['TK', 'en-US', 'KG'],
    ['KG', 'en-US', '01'],
    ['12', 'en-US', null],
    ['UG', 'en-US', null],
    ['nonsense', 'en-US', null],
  ] as const)('moves %s in %s up to %s', (code, vocabulary, next) => {
    expect(nextYearGroup(code, vocabulary)).toBe(next)
  })
})

it.each([
  ['N1', true],
  ['N2', true],
  ['R', false],
  ['PK', false],
  ['1', false],
])('S-89 says whether %s is nursery: %s', (code, expected) => {
  expect(isNursery(code)).toBe(expected)
})
