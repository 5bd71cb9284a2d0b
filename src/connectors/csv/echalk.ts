import { type Problem, problem } from '../../kernel/index.ts'
import type { RoleMeaning } from '../../roster/index.ts'

/** All of them must exist; the cells of the optional ones may be blank (S-156, S-161). A password column may be there and is never read. */
const HEADERS = [
  ...['first_name', 'middle_name', 'last_name', 'email', 'custom_id', 'school_district_external_id', 'user_type', 'position'],
  ...['grade', 'status'],
]

/** Whether a header is meant to be eChalk's: the column that nobody else has, or two of its own without an id or UPN of others. */
export function isEchalk(header: readonly string[]): boolean {
  const names = new Set(header.map((name) => name.toLowerCase()))
  if (names.has('school_district_external_id')) return true
  return names.has('user_type') && names.has('custom_id') && !names.has('id') && !names.has('upn') && !names.has('birth_date')
}

/** Says which of eChalk's columns the header lacks; null where it has all. */
export function missingEchalkColumns(file: string, header: readonly string[]): Problem | null {
  const names = new Set(header.map((name) => name.toLowerCase()))
  const missing = HEADERS.filter((name) => !names.has(name))
  return missing.length === 0 ? null : problem('file.column_missing', { file, line: 1, column: missing.join(', ') })
}

const USER_TYPES: ReadonlyMap<string, RoleMeaning> = new Map([
  ['teacher', { kind: 'staff', userType: 'Teacher' }],
  ['staff', { kind: 'staff', userType: 'Staff' }],
  ['administrator', { kind: 'staff', userType: 'Administrator' }],
  ['student', { kind: 'pupil', userType: 'Student' }],
])

/** The four user types (S-157), in any case; null for every other value. */
export function readUserType(text: string): RoleMeaning | null {
  return USER_TYPES.get(text.toLowerCase()) ?? null
}

const GRADES = ['Unspecified', 'PreK', 'K', ...Array.from({ length: 12 }, (_, at) => String(at + 1)), 'Other']

/** What an eChalk column may say (S-157, S-158, S-160), for the cure. */
export const ECHALK_ALLOWED = {
  userType: 'Teacher, Staff, Administrator, Student',
  yearGroup: 'Unspecified, PreK, K, 1 to 12, Other',
  status: 'Active, Disabled',
} as const

/** A student's grade: null for blank or `Unspecified`, undefined for a value that is no grade (S-158). */
export function readEchalkGrade(text: string | null): string | null | undefined {
  const grade = GRADES.find((known) => known.toLowerCase() === (text ?? 'Unspecified').toLowerCase().replace(/^0+(?=\d)/, ''))
  return grade === 'Unspecified' ? null : grade
}

/** Whether a status is one of eChalk's, or blank (S-160). */
export function isEchalkStatus(text: string | null): boolean {
  return text === null || ['active', 'disabled'].includes(text.toLowerCase())
}
