import { foldName } from '../../kernel/index.ts'
import type { Column, Dictionary, PeopleBuilder, Vocabulary } from '../../matching/index.ts'
import { type FieldName, normaliseUpn, readYearGroup } from '../../roster/index.ts'
import type { FieldBatch } from '../../tables/index.ts'
import { Cell } from './cell.ts'
import { RawValues } from './raw-values.ts'

/** Writes one field of a batch into its column: of each row that belongs to a person (not -1), for that person. */
export type FieldWriter = (batch: FieldBatch, people: Int32Array) => void

interface Target {
  readonly people: PeopleBuilder
  readonly vocabulary: Vocabulary
  /** The place of a field among the cells of a row, or -1. */
  readonly placeOf: (field: FieldName) => number
  readonly schoolPlace: number
  /** How many cells a row has. */
  readonly width: number
}

/** Writers of all fields that a file has, but for those that decide about a row: id, role and birth date. */
export function fieldWriters(target: Target): readonly FieldWriter[] {
  const { people, vocabulary, placeOf, schoolPlace, width } = target
  /** A cell without text leaves its column as it is. */
  const writer = (place: number, column: Column, valueIn: (cell: Cell) => number): FieldWriter[] => {
    if (place < 0) return []
    const values = people.column(column)
    const cell = new Cell()
    return [
      (batch, rows) => {
        for (let at = place, row = 0; row < batch.count; row += 1, at += width) {
          const person = rows[row] ?? -1
          if (person < 0) continue
          cell.moveTo(batch, at)
          if (!cell.isEmpty) values.set(person, valueIn(cell))
        }
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
function fullNameWriter({ people, vocabulary, placeOf, width }: Target): FieldWriter[] {
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
  const write = (batch: FieldBatch, at: number, row: number): void => {
    if (!isEmpty(batch, at, first) || !isEmpty(batch, at, last) || isEmpty(batch, at, full)) return
    const { bytes, start, end } = cell
    const comma = bytes.subarray(start, end).indexOf(COMMA)
    if (comma >= 0) cell.trimTo(start + comma + 1, end)
    set('firstName', row)
    if (comma < 0) return
    cell.bytes = bytes
    cell.trimTo(start, start + comma)
    set('lastName', row)
  }
  return [
    (batch, rows) => {
      for (const [at, row] of rows.entries()) if (row >= 0) write(batch, at * width, row)
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
