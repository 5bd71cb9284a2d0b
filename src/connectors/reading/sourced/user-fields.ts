import type { Problem } from '../../../kernel/index.ts'
import { normaliseUpn, type PersonFields } from '../../../roster/index.ts'
import type { Row } from '../../connector.ts'
import { type Detail, statusIn } from '../details.ts'
import type { FileTable } from '../file-table.ts'
import type { FieldsRead, KnownRole, Standing } from '../person-desk.ts'
import { listOf, upnOf } from '../values.ts'
import type { USER_COLUMNS } from './columns.ts'
import { type Demographics, detailsOf } from './demographics.ts'
import type { SourcedFormat } from './sourced-reading.ts'

type UserColumn = keyof typeof USER_COLUMNS.required | keyof typeof USER_COLUMNS.expected | keyof typeof USER_COLUMNS.optional
export type UserTable = FileTable<UserColumn>

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

const TEXTS = [
  ['firstName', 'givenName'],
  ['middleName', 'middleName'],
  ['lastName', 'familyName'],
  ['knownAsFirstName', 'preferredGivenName'],
  ['knownAsLastName', 'preferredFamilyName'],
  ['customId', 'identifier'],
  ['email', 'email'],
  ['username', 'username'],
] as const satisfies readonly (readonly [keyof PersonFields, UserColumn])[]

export interface UserRow {
  readonly table: UserTable
  readonly row: Row
  readonly sourceId: string
  readonly demographics: Demographics
  /** The roles say the year group, where the format keeps it there. */
  readonly hasYearGroupInRole: boolean
  readonly today: string
  readonly format: SourcedFormat
}

/** A user's fields in one role: only those whose column exists; a blank cell is null. */
export function userFields(user: UserRow, meaning: KnownRole, standing: Standing): FieldsRead {
  const { table, row } = user
  const fields: Mutable<Partial<PersonFields>> = { userType: meaning.userType }
  const warnings: Problem[] = []
  const take = <Value>(detail: Detail<Value>): Value => {
    warnings.push(...detail.warnings)
    return detail.value
  }
  for (const [field, column] of TEXTS) if (table.has(column)) fields[field] = table.value(row, column)
  if (table.has('enabled')) {
    fields.status = take(statusIn({ text: table.value(row, 'enabled'), place: table.placeOf(row), column: 'enabledUser' }, 'true, false'))
  }
  if (meaning.kind === 'pupil') Object.assign(fields, pupilFields(user, standing))
  const { demographics, sourceId } = user
  // a file of some people's details says nothing about the others
  if (!demographics.isWhole && !demographics.byUser.has(sourceId)) return { fields, warnings }
  const details = detailsOf(demographics, sourceId, user)
  return { fields: { ...fields, ...details.fields }, warnings: [...warnings, ...details.warnings] }
}

/** The year group, and the UPN where there is one. A UPN that is nowhere is not said to be gone: the source may not carry it. */
function pupilFields({ table, row, hasYearGroupInRole }: UserRow, standing: Standing): Partial<PersonFields> {
  const upn = upnIn(table, row)
  const [firstGrade = null] = listOf(table.value(row, 'grades'))
  return {
    ...((table.has('grades') || hasYearGroupInRole) && { yearGroup: standing.yearGroup ?? firstGrade }),
    ...((upn !== null || table.has('upn')) && { upn }),
  }
}

/** UK exporters put the UPN into a column of their own, into `userIds` (`{UPN:Z873200011001}`) or into `identifier`. */
function upnIn(table: UserTable, row: Row): string | null {
  const [, inUserIds = null] = /\{\s*upn\s*:\s*([^}]*)\}/i.exec(table.value(row, 'userIds') ?? '') ?? []
  return normaliseUpn(table.value(row, 'upn') ?? '') ?? upnOf(inUserIds) ?? upnOf(table.value(row, 'identifier'))
}
