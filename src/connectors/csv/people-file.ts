import { fail, ok, type Problem, type Result } from '../../kernel/index.ts'
import { type Columns, type FieldName, foldHeader, mapColumns, type PersonKind, recogniseColumns } from '../../roster/index.ts'
import type { ColumnMap, FileReadRequest, Row, SourceFile, Table } from '../connector.ts'
import { isEchalk } from './echalk.ts'

/** A file whose rows are people, and how to read them. */
export interface PeopleFile {
  readonly file: SourceFile
  /** Unread. */
  readonly table: Table
  readonly columns: Columns
  /** Columns of the list of `muster people` that have no field of their own, by index; -1 where the header has none. */
  readonly listed: { readonly role: number; readonly classes: number }
  readonly isEchalk: boolean
  /** What its people are; null: a column says so for each. */
  readonly kind: PersonKind | null
  /** Headers as American schools have them. */
  readonly isAmerican: boolean
}

/** Opens a file and finds out what its columns mean. Null: a table, but not of people. */
export async function openPeopleFile(request: FileReadRequest, file: SourceFile): Promise<Result<PeopleFile | null, Problem>> {
  const opened = await request.openTable(file)
  if (!opened.ok) return opened
  const table = opened.value
  const columns = columnsOf(table, request.map)
  if (!columns.ok) return fail({ ...columns.failure, file: file.name })
  if (!hasPeople(columns.value) && request.map === null) return ok(null)
  const hasRoles = columns.value.userType !== undefined
  return ok({
    file,
    table,
    columns: columns.value,
    listed: { role: unused(table.header, columns.value, 'role'), classes: unused(table.header, columns.value, 'classes') },
    isEchalk: request.map === null && isEchalk(table.header),
    kind: hasRoles ? null : isStaffFile(table) ? 'staff' : 'pupil',
    isAmerican: isAmerican(table.header),
  })
}

/** The trimmed text of a cell; null where it is blank or the file has no such column. */
export function cell(file: PeopleFile, row: Row, field: FieldName): string | null {
  const at = file.columns[field]
  const text = at === undefined ? '' : (row.values[at]?.trim() ?? '')
  return text === '' ? null : text
}

/** The trimmed text of a column of `listed`; null where it is blank or the file has none. */
export function listedCell(file: PeopleFile, row: Row, column: keyof PeopleFile['listed']): string | null {
  return row.values[file.listed[column]]?.trim() || null
}

/** The header above a field, as its owner wrote it. */
export function headerOf({ table, columns }: PeopleFile, field: FieldName): string | null {
  return table.header[columns[field] ?? -1] ?? null
}

function unused(header: readonly string[], columns: Columns, name: string): number {
  const used = new Set(Object.values(columns))
  return header.findIndex((it, at) => foldHeader(it) === name && !used.has(at))
}

function columnsOf(table: Table, map: ColumnMap | null): Result<Columns, Problem> {
  const mapped = mapColumns(table.header, map ?? {})
  return mapped.ok ? ok(recogniseColumns(table.header, isStaffFile(table), mapped.value)) : mapped
}

const EVIDENCE = ['birthDate', 'upn', 'yearGroup', 'registrationClass', 'subjectClass', 'email', 'userType', 'sex', 'username'] as const

/** A name alone may be a school's or a class's. */
function hasPeople(columns: Columns): boolean {
  const hasName = columns.lastName !== undefined || columns.firstName !== undefined
  if (hasName) return Object.keys(columns).length >= 2
  return columns.fullName !== undefined && EVIDENCE.some((field) => columns[field] !== undefined)
}

const STAFF_HEADER =
  /^(staff|teacher|employee|payroll)(code|id|number|no|uniqueid|name|forename|surname|email|initials|firstname|lastname)?$|^jobtitle$/
const PUPIL_HEADER =
  /^(upn|uniquepupilnumber|adno|adm(ission)?(no|number)|nc?year.*|year|yr|yeargroup|yeartaughtin|grades?|gradelevel|uln)$|^(pupil|student|learner)/

/** No column says who these people are: the headers do, else the name of the file. */
function isStaffFile({ file, header }: Table): boolean {
  const names = header.map(foldHeader)
  if (names.some((name) => PUPIL_HEADER.test(name))) return false
  return names.some((name) => STAFF_HEADER.test(name)) || /staff|teacher|employee/i.test(file)
}

const AMERICAN = new Set(['schoolsisid', 'stateid', 'gradelevel', 'graduationyear', 'homeroom', 'birthsexdescriptor', 'studentuniqueid'])
const BRITISH = new Set(['upn', 'schooldfenumber', 'dfenumber', 'urn', 'adno', 'ncyear', 'yeargroup', 'reggroup', 'tutorgroup'])

function isAmerican(header: readonly string[]): boolean {
  const names = header.map(foldHeader)
  if (names.some((name) => BRITISH.has(name))) return false
  return isEchalk(header) || names.some((name) => AMERICAN.has(name))
}
