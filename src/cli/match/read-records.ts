import { foldName, type Problem, problem } from '../../kernel/index.ts'
import type { MatchRecord } from '../../matching/index.ts'
import { type FieldName, normaliseUpn, type PersonKind, personKindOf, readRole, readYearGroup, type Sex } from '../../roster/index.ts'
import type { BrokenRow, Row } from '../../tables/index.ts'
import type { ReadDate } from './birth-dates.ts'
import type { FoundColumns } from './find-columns.ts'

/** One usable row: the evidence, and with whom it is to be matched. */
export interface Entry {
  readonly school: string
  readonly kind: PersonKind
  readonly record: MatchRecord
}

export interface Reading {
  readonly file: string
  readonly found: FoundColumns
  /** The kind of everybody where no column says it; then also the only kind that is used, when asked for. */
  readonly role: PersonKind | null
  readonly readDate: (value: string) => ReadDate
}

/** Turns rows into entries. Rows that cannot be used, or can only in part, are told; nothing stops the others. */
export function readRecords(rows: readonly (Row | BrokenRow)[], reading: Reading, tell: (problem: Problem) => void): Entry[] {
  const entries = new Map<string, Entry>()
  for (const row of rows) {
    if ('problem' in row) {
      tell(row.problem)
      continue
    }
    const at = { file: reading.file, line: row.line, column: 'id' }
    const cell = cellsOf(row, reading.found)
    const id = cell('id')
    if (id === null) tell(problem('person.without_id', at))
    else if (entries.has(id)) tell(problem('person.duplicate_id', { ...at, value: id }))
    else {
      const kind = kindOf(cell('userType'), reading.role)
      if (kind === null) continue
      const { school } = reading.found
      entries.set(id, {
        school: school === null ? '' : (row.values[school] ?? '').trim(),
        kind,
        record: recordOf(id, cell, birthDateOf(row, reading, tell)),
      })
    }
  }
  return [...entries.values()]
}

type Cells = (field: FieldName) => string | null

function cellsOf(row: Row, { columns }: FoundColumns): Cells {
  return (field) => {
    const at = columns[field]
    return at === undefined ? null : row.values[at]?.trim() || null
  }
}

/** Null for somebody who is not asked for: another role than the one wanted, or neither pupil nor staff. */
function kindOf(value: string | null, wanted: PersonKind | null): PersonKind | null {
  if (value === null) return wanted ?? 'pupil'
  const kind = value.toLowerCase() === 'pupil' ? 'pupil' : personKindOf(readRole(value))
  return wanted === null || kind === wanted ? kind : null
}

function birthDateOf(row: Row, { file, found, readDate }: Reading, tell: (problem: Problem) => void): string | null {
  const value = cellsOf(row, found)('birthDate')
  if (value === null) return null
  const { date, isImpossible } = readDate(value)
  const at = { file, line: row.line, column: 'birth_date', value }
  if (date === null) tell(problem('person.unreadable_birth_date', at))
  else if (isImpossible) tell(problem('person.impossible_birth_date', at))
  return date
}

function recordOf(id: string, cell: Cells, birthDate: string | null): MatchRecord {
  const upn = (field: 'upn' | 'formerUpn') => normaliseUpn(cell(field) ?? '')
  const [first, last] = namesOf(cell)
  return {
    id,
    firstName: first,
    middleName: cell('middleName'),
    lastName: last,
    knownAsFirstName: cell('knownAsFirstName'),
    knownAsLastName: cell('knownAsLastName'),
    birthDate,
    sex: sexOf(cell('sex')),
    upn: upn('upn'),
    formerUpn: upn('formerUpn'),
    customId: cell('customId'),
    email: cell('email'),
    yearGroup: yearGroupOf(cell('yearGroup')),
    registrationClass: cell('registrationClass'),
  }
}

/** Forename and surname; a full name without a comma stays whole, because matching finds names in other boxes. */
function namesOf(cell: Cells): [first: string | null, last: string | null] {
  const [first, last, full] = [cell('firstName'), cell('lastName'), cell('fullName')]
  if (first !== null || last !== null || full === null) return [first, last]
  const comma = full.indexOf(',')
  return comma < 0 ? [full, null] : [full.slice(comma + 1).trim(), full.slice(0, comma).trim()]
}

function sexOf(value: string | null): Sex | null {
  if (value === null) return null
  if (/^(f|g|female|girl)$/iu.test(value)) return 'female'
  return /^(m|b|male|boy)$/iu.test(value) ? 'male' : 'other'
}

/** Both files say years in the same way, so that UK and US years need not be told apart here. */
function yearGroupOf(value: string | null): string | null {
  if (value === null) return null
  const group = readYearGroup(value, 'en-GB')
  if (group === 'none') return null
  return group === 'unknown' ? foldName(value) : group.code
}
