import { type Problem, problem } from '../../kernel/index.ts'
import { normaliseUpn, type PersonFields, type RoleMeaning } from '../../roster/index.ts'
import type { Row } from '../connector.ts'
import { readBirthDate, readLeavingDate } from '../reading/index.ts'
import { ECHALK_ALLOWED, isEchalkStatus, readEchalkGrade } from './echalk.ts'
import { splitFullName } from './full-name.ts'
import { cell, headerOf, type PeopleFile } from './people-file.ts'
import type { Survey } from './survey.ts'
import { looksLikeFormula, readSex, readStatus } from './values.ts'

/** One row in the light of its file. */
export interface PersonRow {
  readonly file: PeopleFile
  readonly survey: Survey
  readonly row: Row
  readonly meaning: Exclude<RoleMeaning, { kind: 'other' }>
}

export interface FieldsRead {
  readonly fields: Partial<PersonFields>
  /** The day on which the person leaves, or has left. */
  readonly leavingDate?: string | undefined
  readonly warnings: readonly Problem[]
}

type Field = keyof PersonFields | 'leavingDate'

/** The fields of a person for which the file has columns; what could not be read is null and warned about. */
export function readFields(it: PersonRow, now: Date): FieldsRead {
  const { file, row, meaning } = it
  const fields: { -readonly [Name in keyof PersonFields]?: PersonFields[Name] } = {}
  const warnings: Problem[] = []
  for (const name of Object.keys(file.columns)) {
    if (!isTextField(name)) continue
    const text = cell(file, row, name)
    fields[name] = text
    if (text !== null && NAMES.has(name) && looksLikeFormula(text)) warnings.push(about(it, { code: 'file.formula_like', name }))
  }
  if (file.columns.fullName !== undefined && fields.firstName === undefined && fields.lastName === undefined) {
    Object.assign(fields, splitFullName(cell(file, row, 'fullName') ?? ''))
  }
  const has = (name: Field) => file.columns[name] !== undefined
  if (has('upn')) fields.upn = normaliseUpn(cell(file, row, 'upn') ?? '')
  if (has('formerUpn')) fields.formerUpn = normaliseUpn(cell(file, row, 'formerUpn') ?? '')
  if (has('status')) fields.status = readStatus(cell(file, row, 'status'))
  if (has('userType')) fields.userType = cell(file, row, 'userType') === null ? null : meaning.userType
  if (has('sex')) fields.sex = warned(it, warnings, { name: 'sex', code: 'person.unknown_value', read: readSex })
  if (has('birthDate')) {
    const read = (text: string) => readBirthDate(text, it.survey.dateOrder, now)
    fields.birthDate = warned(it, warnings, { name: 'birthDate', code: 'person.unreadable_birth_date', read })
  }
  if (meaning.kind === 'staff' && has('position')) fields.position = cell(file, row, 'position')
  if (meaning.kind === 'pupil' && has('yearGroup')) fields.yearGroup = yearGroupOf(it)
  const read = (text: string) => readLeavingDate(text, it.survey.dateOrder, now)
  const leavingDate = has('leavingDate')
    ? warned(it, warnings, { name: 'leavingDate', code: 'person.unreadable_leaving_date', read })
    : null
  return { fields, warnings, leavingDate: leavingDate ?? undefined }
}

/** Why an eChalk row is refused: a grade or status outside its list (D10); null where there is no reason. */
export function echalkRefusal(it: PersonRow): Problem | null {
  const { file, row, meaning } = it
  if (!file.isEchalk) return null
  if (meaning.kind === 'pupil' && readEchalkGrade(cell(file, row, 'yearGroup')) === undefined) {
    return about(it, { code: 'person.value_not_listed', name: 'yearGroup', allowed: ECHALK_ALLOWED.yearGroup })
  }
  if (!isEchalkStatus(cell(file, row, 'status')))
    return about(it, { code: 'person.value_not_listed', name: 'status', allowed: ECHALK_ALLOWED.status })
  return null
}

const TEXT_FIELDS = ['firstName', 'middleName', 'lastName', 'knownAsFirstName', 'knownAsLastName', 'customId', 'email', 'username'] as const
const NAMES: ReadonlySet<string> = new Set(TEXT_FIELDS.filter((name) => name !== 'email'))

function isTextField(name: string): name is (typeof TEXT_FIELDS)[number] {
  return TEXT_FIELDS.some((field) => field === name)
}

function yearGroupOf({ file, row }: PersonRow): string | null {
  const text = cell(file, row, 'yearGroup')
  return file.isEchalk ? (readEchalkGrade(text) ?? null) : text
}

const SEXES = 'female, male, other, unspecified'

interface Reading<Value> {
  readonly name: 'sex' | 'birthDate' | 'leavingDate'
  readonly code: Problem['code']
  read(text: string): Value | null
}

function warned<Value>(it: PersonRow, warnings: Problem[], { name, code, read }: Reading<Value>): Value | null {
  const text = cell(it.file, it.row, name)
  if (text === null) return null
  const value = read(text)
  if (value === null) warnings.push(about(it, name === 'sex' ? { code, name, allowed: SEXES } : { code, name }))
  return value
}

interface Complaint {
  readonly code: Problem['code']
  readonly name: Field
  readonly allowed?: string
}

function about({ file, row }: PersonRow, { code, name, allowed }: Complaint): Problem {
  const at = { file: file.file.name, line: row.line, column: headerOf(file, name), value: cell(file, row, name) }
  return problem(code, allowed === undefined ? at : { ...at, params: { allowed } })
}
