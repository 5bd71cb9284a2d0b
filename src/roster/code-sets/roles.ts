import type { PersonKind, UserType } from '../person.ts'
import type { EnrolmentRole } from '../source.ts'

/** What a role of a source is to us: a pupil, a member of staff, or somebody we leave out. */
export type RoleMeaning =
  | { readonly kind: 'pupil'; readonly userType: 'Student' }
  | { readonly kind: 'staff'; readonly userType: Exclude<UserType, 'Student'> }
  | { readonly kind: 'other'; readonly userType: null }

/** Roles of OneRoster 1.0 to 1.2 and of Microsoft School Data Sync v2 and v2.1, as their documents spell them. */
const ROLE_SETS = {
  Student: ['student'],
  Teacher: ['teacher', 'adjunct', 'chair', 'faculty', 'instructor', 'lecturer', 'professor', 'substitute'],
  Administrator: ['administrator', 'districtAdministrator', 'itAdmin', 'principal', 'siteAdministrator', 'systemAdministrator'],
  Staff: [
    ...['advisor', 'affiliate', 'aide', 'alumni', 'assistant', 'coach', 'counselor', 'nurse', 'occupationalTherapist', 'officeStaff'],
    ...['paraprofessional', 'physicalTherapist', 'proctor', 'researcher', 'specialServices', 'speechTherapist', 'staff'],
    ...['teacherAssistant', 'visionTherapist'],
  ],
  other: ['guardian', 'other', 'parent', 'relative'],
} as const

/** All roles that `readRole` knows, in one line, for the cure of an unknown one. */
export const KNOWN_ROLES: string = [...new Set(Object.values(ROLE_SETS).flat())].sort().join(', ')

const MEANINGS = new Map<string, RoleMeaning>([
  ...entriesOf(ROLE_SETS.Student, { kind: 'pupil', userType: 'Student' }),
  ...entriesOf(ROLE_SETS.Teacher, { kind: 'staff', userType: 'Teacher' }),
  ...entriesOf(ROLE_SETS.Administrator, { kind: 'staff', userType: 'Administrator' }),
  ...entriesOf(ROLE_SETS.Staff, { kind: 'staff', userType: 'Staff' }),
  ...entriesOf(ROLE_SETS.other, { kind: 'other', userType: null }),
])

/** What a person's role means, or null for a value that is in no list. Compared without case, spaces and `_`. */
export function readRole(value: string): RoleMeaning | null {
  return MEANINGS.get(fold(value)) ?? null
}

/** What a role means inside a class: any member of staff counts as a teacher of it. `other` is nobody of ours. */
export function readEnrolmentRole(value: string): EnrolmentRole | 'other' | null {
  const meaning = readRole(value)
  if (meaning === null) return null
  if (meaning.kind === 'other') return 'other'
  return meaning.kind === 'pupil' ? 'pupil' : 'teacher'
}

/** Which of two kinds a person is, where only the kind matters. */
export function personKindOf(meaning: RoleMeaning | null): PersonKind | null {
  return meaning === null || meaning.kind === 'other' ? null : meaning.kind
}

function entriesOf(roles: readonly string[], meaning: RoleMeaning): [string, RoleMeaning][] {
  return roles.map((role) => [fold(role), meaning])
}

function fold(value: string): string {
  return value
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
}
