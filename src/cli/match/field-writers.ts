import { foldName } from '../../kernel/index.ts'
import type { Column, Dictionary, PeopleBuilder, Vocabulary } from '../../matching/index.ts'
import { type FieldName, normaliseUpn, readYearGroup } from '../../roster/index.ts'
import type { FieldBatch } from '../../tables/index.ts'
import { Cell } from './cell.ts'
import { RawValues } from './raw-values.ts'

/** Writes one field of the row whose cells begin at `at` into its column. */
export type FieldWriter = (batch: FieldBatch, at: number, row: number) => void

interface Target {
  readonly people: PeopleBuilder
  readonly vocabulary: Vocabulary
  /** The place of a field among the cells of a row, or -1. */
  readonly placeOf: (field: FieldName) => number
  readonly schoolPlace: number
}

/** Writers of all fields that a file has, but for those that decide about a row: id, role and birth date. */
export function fieldWriters(target: Target): readonly FieldWriter[] {
  const { people, vocabulary, placeOf, schoolPlace } = target
  const cell = new Cell()
  /** A cell without text leaves its column as it is. */
  const writer = (place: number, column: Column, valueIn: (cell: Cell) => number): FieldWriter[] => {
    if (place < 0) return []
    return [
      (batch, at, row) => {
        cell.moveTo(batch, at + place)
        if (!cell.isEmpty) people.set(column, row, valueIn(cell))
      },
    ]
  }
  const field = (name: FieldName, column: Column, valueIn: (cell: Cell) => number) => writer(placeOf(name), column, valueIn)
  const name = ({ bytes, start, end }: Cell): number => vocabulary.names.addBytes(bytes, start, end)
  const upn = (it: Cell): number => codeOf(vocabulary.upns, normaliseUpn(it.text()))
  const years = new RawValues((text) => codeOf(vocabulary.yearGroups, yearGroupOf(text)))
  const sexes = new RawValues(sexOf)
  return [
    ...writer(schoolPlace, 'school', (it) => vocabulary.schools.codeOfBytes(it.bytes, it.start, it.end)),
    ...field('firstName', 'firstName', name),
    ...field('lastName', 'lastName', name),
    ...field('knownAsFirstName', 'knownFirstName', name),
    ...field('knownAsLastName', 'knownLastName', name),
    ...field('middleName', 'middleName', name),
    ...fullNameWriter(target),
    ...field('sex', 'sex', (it) => sexes.valueOf(it)),
    ...field('upn', 'upn', upn),
    ...field('formerUpn', 'formerUpn', upn),
    ...field('customId', 'customId', (it) => codeOf(vocabulary.customIds, it.text().toUpperCase())),
    ...field('email', 'email', (it) => codeOf(vocabulary.emails, it.text().toLowerCase())),
    ...field('yearGroup', 'yearGroup', (it) => years.valueOf(it)),
    ...field('registrationClass', 'registrationClass', (it) => vocabulary.classes.addBytes(it.bytes, it.start, it.end)),
  ]
}

function codeOf(dictionary: Dictionary, value: string | null): number {
  return value === null ? -1 : dictionary.codeOf(value)
}

const COMMA = 0x2c

/** Forename and surname of a row that has only a full name; without a comma it stays whole, because matching finds names in other boxes. */
function fullNameWriter({ people, vocabulary, placeOf }: Target): FieldWriter[] {
  const [full, first, last] = [placeOf('fullName'), placeOf('firstName'), placeOf('lastName')]
  if (full < 0) return []
  const cell = new Cell()
  const isEmpty = (batch: FieldBatch, at: number, place: number): boolean => {
    if (place >= 0) cell.moveTo(batch, at + place)
    return place < 0 || cell.isEmpty
  }
  const set = (column: Column, row: number): void => {
    if (!cell.isEmpty) people.set(column, row, vocabulary.names.addBytes(cell.bytes, cell.start, cell.end))
  }
  return [
    (batch, at, row) => {
      if (!isEmpty(batch, at, first) || !isEmpty(batch, at, last) || isEmpty(batch, at, full)) return
      const { bytes, start, end } = cell
      const comma = bytes.subarray(start, end).indexOf(COMMA)
      if (comma < 0) return set('firstName', row)
      cell.trimTo(start + comma + 1, end)
      set('firstName', row)
      cell.bytes = bytes
      cell.trimTo(start, start + comma)
      set('lastName', row)
    },
  ]
}

/** 1 female, 2 male, 0 for another or none. */
function sexOf(value: string): number {
  if (/^(f|g|female|girl)$/iu.test(value)) return 1
  return /^(m|b|male|boy)$/iu.test(value) ? 2 : 0
}

/** Both files say years in the same way, so that UK and US years need not be told apart here. */
function yearGroupOf(value: string): string | null {
  const group = readYearGroup(value, 'en-GB')
  if (group === 'none') return null
  return group === 'unknown' ? foldName(value) || null : group.code
}
