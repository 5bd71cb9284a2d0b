import { foldName } from '../../kernel/index.ts'

/** The country's way of counting school years: UK years (a number is a year) or US grades (a number is a grade), D33. */
export type Vocabulary = 'en-GB' | 'en-US'

/** One year group or grade. */
export interface YearGroup {
  /** England: DfE codes (`N1 N2 R 1` … `14 M X`). US: CEDS codes (`PK KG 01` … `13 PS UG Other`). "1" is a UK year, "01" a US grade; 10 to 13 are written alike. */
  readonly code: string
  /** Its standard name on screen: "Year 6", "Reception", "Grade 3". */
  readonly name: string
  /** Rises with age; Reception and Kindergarten are 0, those of no age (mixed, ungraded) come last. */
  readonly order: number
}

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen']
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth'.split(' ')

type Named = readonly [code: string, name: string, order: number, spellings: string]

const ENGLAND_NAMED: readonly Named[] = [
  ['E1', 'Early years 1', -4, 'e1|early years 1|early first year|it|infant toddler|infanttoddler|infant|under 2s|under twos'],
  ['E2', 'Early years 2', -3, 'e2|early years 2|early second year|tots|toddlers|toddler'],
  ['N1', 'Nursery 1', -2, 'n1|nursery 1|nursery one|f1|fs1|foundation 1|foundation stage 1|pre nursery|pr|preschool|pre school'],
  [
    'N2',
    'Nursery',
    -1,
    'n2|n|nursery|nursery 2|nursery two|nursery pre school|nursery preschool|pk|pre k|prek|pre kindergarten|prekindergarten',
  ],
  [
    'R',
    'Reception',
    0,
    'r|rec|recep|reception|reception year|year r|yr|yr r|y r|y rec|year reception|f2|fs2|foundation|foundation 2|foundation stage 2|0|y0|year 0|kg|k|kindergarten|tk|transitional kindergarten|transitionalkindergarten',
  ],
  ['12', 'Year 12', 12, 'l6|lower sixth|lower 6th|lower six|lower 6|l6th|year 12 lower sixth'],
  ['13', 'Year 13', 13, 'u6|upper sixth|upper 6th|upper six|upper 6|u6th|year 13 upper sixth'],
  ['14', 'Year 14', 14, 'third year sixth|ps|postgraduate|post graduate|post secondary|postsecondary'],
  ['M', 'Mixed years', 90, 'm|mixed|mixed year|mixed years|mixed year group'],
  ['X', 'Curriculum not followed', 91, 'x|ug|ungraded|other|not applicable|curriculum not followed'],
]

const AMERICA_NAMED: readonly Named[] = [
  ['IT', 'Infant or toddler', -4, 'it|infant toddler|infanttoddler|infant|toddler|toddlers'],
  ['PR', 'Preschool', -3, 'pr|preschool|pre school|nursery'],
  ['PK', 'Pre-kindergarten', -2, 'pk|prek|pre k|prekindergarten|pre kindergarten|pk3|pk4'],
  ['TK', 'Transitional kindergarten', -1, 'tk|transitional kindergarten|transitionalkindergarten'],
  ['KG', 'Kindergarten', 0, 'kg|k|kindergarten|0|00|reception'],
  ['PS', 'Post-secondary', 14, 'ps|postgraduate|post graduate|post secondary|postsecondary'],
  ['UG', 'Ungraded', 90, 'ug|ungraded|mixed'],
  ['Other', 'Other', 91, 'other|not applicable'],
]

interface CodeSet {
  readonly byCode: ReadonlyMap<string, YearGroup>
  readonly bySpelling: ReadonlyMap<string, YearGroup>
}

const CODE_SETS: Readonly<Record<Vocabulary, CodeSet>> = {
  'en-GB': codeSet(numbered(14, String, 'Year'), ENGLAND_NAMED),
  'en-US': codeSet(
    numbered(13, (number) => String(number).padStart(2, '0'), 'Grade'),
    AMERICA_NAMED,
  ),
}

/** All year groups of a vocabulary, from the youngest: what a person can choose from. */
export function listYearGroups(vocabulary: Vocabulary): readonly YearGroup[] {
  return [...CODE_SETS[vocabulary].byCode.values()].sort((a, b) => a.order - b.order)
}

/** Values that say "no year group", not "a year group we do not know". */
const NONE = new Set(['', 'unspecified', 'none', 'null', 'n a', 'na', 'not set', 'no year group'])

/**
 * Reads a year group or grade as a source spells it ("Y6", "KG", "3rd grade", "Year 5/6"). A mixed one is the code for
 * mixed or ungraded; `readYearGroups` tells its parts. What could also be a class ("7A") is `unknown`, so that a person decides.
 */
export function readYearGroup(raw: string, vocabulary: Vocabulary): YearGroup | 'none' | 'unknown' {
  const several = readYearGroups(raw, vocabulary)
  if (typeof several === 'string') return several
  const [first, second] = several
  if (first === undefined) return 'none'
  if (second === undefined) return first
  return CODE_SETS[vocabulary].byCode.get(vocabulary === 'en-GB' ? 'M' : 'UG') ?? 'unknown'
}

/** Reads one or several year groups ("Year 5/6", "R and 1", "Years 3, 4 & 5") in the order written: the years of a mixed class (S-99). */
export function readYearGroups(raw: string, vocabulary: Vocabulary): readonly YearGroup[] | 'none' | 'unknown' {
  const { bySpelling } = CODE_SETS[vocabulary]
  const folded = foldName(raw)
  if (NONE.has(folded)) return 'none'
  const whole = bySpelling.get(folded)
  if (whole) return [whole]
  const parts = raw.split(/[/&+,;–-]|\band\b/iu).map(foldName)
  if (parts.length < 2) return 'unknown'
  const found: YearGroup[] = []
  for (const part of parts) {
    const group = bySpelling.get(part.replace(/^(years|grades) /u, ''))
    if (group === undefined) return 'unknown'
    if (!found.includes(group)) found.push(group)
  }
  return found
}

/** The year group of a code that `readYearGroup` gave; null where the vocabulary has no such code. */
export function yearGroupOfCode(code: string, vocabulary: Vocabulary): YearGroup | null {
  return CODE_SETS[vocabulary].byCode.get(code) ?? null
}

/** All year groups of a vocabulary, youngest first. */
export function allYearGroups(vocabulary: Vocabulary): readonly YearGroup[] {
  return [...CODE_SETS[vocabulary].byCode.values()].sort((left, right) => left.order - right.order)
}

/** The code that a pupil of this year group is expected in a year later; null where they leave or where age says nothing. */
export function nextYearGroup(code: string, vocabulary: Vocabulary): string | null {
  const { byCode } = CODE_SETS[vocabulary]
  const last = vocabulary === 'en-GB' ? 13 : 12
  const group = byCode.get(code)
  if (group === undefined || group.order >= last) return null
  // Not every district has transitional kindergarten, so nobody is expected to move into it.
  const next = code === 'PK' ? 'KG' : [...byCode.values()].find((other) => other.order === group.order + 1)?.code
  return next ?? null
}

/** Below school age, so left out of the year groups unless a school says otherwise (S-89). US pre-kindergarten is a grade. */
export function isNursery(code: string): boolean {
  return ['E1', 'E2', 'N1', 'N2', 'IT', 'PR'].includes(code)
}

function numbered(last: number, codeOf: (number: number) => string, noun: string): Named[] {
  return Array.from({ length: last }, (_, index): Named => {
    const number = index + 1
    const word = WORDS[index] ?? ''
    const ordinal = ORDINALS[index] ?? ''
    const short = [String(number), String(number).padStart(2, '0')]
    const labels = ['year', 'yr', 'y', 'year group', 'nc year', 'grade', 'gr', 'g']
    const numerals = [...short, word].flatMap((numeral) => [
      numeral,
      ...labels.flatMap((label) => [`${label} ${numeral}`, `${label}${numeral}`]),
    ])
    const ordinals = [ordinal, `${number}${suffix(number)}`].flatMap((it) => [`${it} grade`, `${it} year`])
    return [codeOf(number), `${noun} ${number}`, number, [...numerals, ...ordinals].join('|')]
  })
}

function suffix(number: number): string {
  return ['th', 'st', 'nd', 'rd'][number > 3 ? 0 : number] ?? 'th'
}

function codeSet(...rows: readonly (readonly Named[])[]): CodeSet {
  const byCode = new Map<string, YearGroup>()
  const bySpelling = new Map<string, YearGroup>()
  for (const [code, name, order, spellings] of rows.flat()) {
    const group = byCode.get(code) ?? { code, name, order }
    byCode.set(code, group)
    for (const spelling of [...spellings.split('|'), foldName(name)]) bySpelling.set(spelling, group)
  }
  return { byCode, bySpelling }
}
