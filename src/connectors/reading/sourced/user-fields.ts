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

/** The year group and the UPNs. A file with a column that may hold a UPN says of a pupil without one that there is none. */
function pupilFields({ table, row, hasYearGroupInRole }: UserRow, standing: Standing): Partial<PersonFields> {
  const carriesUpn = table.has('upn') || table.has('userIds') || table.has('identifier')
  const [firstGrade = null] = listOf(table.value(row, 'grades'))
  return {
    ...((table.has('grades') || hasYearGroupInRole) && { yearGroup: standing.yearGroup ?? firstGrade }),
    ...(carriesUpn && { upn: upnIn(table, row) }),
    ...(table.has('userIds') && { formerUpn: upnInUserIds(table, row, 'formerUpn') }),
  }
}

/** UK exporters put the UPN into a column of their own, into `userIds` (`{UPN:Z873200011001}`) or into `identifier`. */
function upnIn(table: UserTable, row: Row): string | null {
  return normaliseUpn(table.value(row, 'upn') ?? '') ?? upnInUserIds(table, row, 'upn') ?? upnOf(table.value(row, 'identifier'))
}

const IN_USER_IDS = { upn: /\{\s*upn\s*:\s*([^}]*)\}/i, formerUpn: /\{\s*former\s*upn\s*:\s*([^}]*)\}/i } as const

function upnInUserIds(table: UserTable, row: Row, which: keyof typeof IN_USER_IDS): string | null {
  const [, text = null] = IN_USER_IDS[which].exec(table.value(row, 'userIds') ?? '') ?? []
  return upnOf(text)
}
