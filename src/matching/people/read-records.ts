import type { PersonKind } from '../../roster/index.ts'
import type { MatchRecord } from '../types.ts'
import { type Column, type People, PeopleBuilder, packBirth } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Room made at first for an id; longer ones find more. */
const ID_BYTES = 16

/** The columns of these records. Throws where two have one id. */
export function readRecords(records: readonly MatchRecord[], kind: PersonKind, vocabulary: Vocabulary): People {
  const builder = new PeopleBuilder()
  builder.expect(records.length, records.length * ID_BYTES)
  for (const record of records) {
    const row = builder.add(record.id)
    if (row < 0) throw new RangeError('two records of one side have the same id')
    addRecord({ builder, row, vocabulary }, record)
    builder.set('kind', row, kind === 'staff' ? 1 : 0)
  }
  return builder.people()
}

interface Place {
  readonly builder: PeopleBuilder
  readonly row: number
  readonly vocabulary: Vocabulary
}

/** Fills the row of one person. Missing evidence is left out: it never counts against a pair. */
export function addRecord(place: Place, record: Omit<MatchRecord, 'id'>): void {
  const { builder, row, vocabulary } = place
  addName(place, 'firstName', record.firstName)
  addName(place, 'knownFirstName', record.knownAsFirstName)
  addName(place, 'lastName', record.lastName)
  addName(place, 'knownLastName', record.knownAsLastName)
  addName(place, 'middleName', record.middleName)
  if (record.birthDate !== null) builder.set('birth', row, readBirth(record.birthDate))
  if (record.sex === 'female' || record.sex === 'male') builder.set('sex', row, record.sex === 'female' ? 1 : 2)
  addCode(place, 'upn', vocabulary.upns, record.upn)
  addCode(place, 'formerUpn', vocabulary.upns, record.formerUpn)
  addCode(place, 'customId', vocabulary.customIds, record.customId?.trim().toUpperCase())
  addCode(place, 'email', vocabulary.emails, record.email?.trim().toLowerCase())
  addCode(place, 'yearGroup', vocabulary.yearGroups, record.yearGroup)
  if (record.registrationClass !== null) builder.set('registrationClass', row, vocabulary.classes.add(record.registrationClass))
}

function addName({ builder, row, vocabulary }: Place, column: Column, typed: string | null): void {
  if (typed !== null) builder.set(column, row, vocabulary.names.add(typed))
}

function addCode({ builder, row }: Place, column: Column, dictionary: Dictionary, value: string | null | undefined): void {
  if (value) builder.set(column, row, dictionary.codeOf(value))
}

/** 0 for what is no `YYYY-MM-DD`. */
function readBirth(text: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts === null ? 0 : packBirth(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}
