import { PERSON_FIELDS, type PersonFields, type PersonKind } from './person.ts'

/** Of a synced member of staff, these stay editable here (S-188); once edited they are ours (D5). All else is locked. */
const LOCAL_FOR_STAFF: readonly (keyof PersonFields)[] = ['email', 'userType']

const PUPILS_ONLY: readonly (keyof PersonFields)[] = ['upn', 'formerUpn', 'yearGroup']
const STAFF_ONLY: readonly (keyof PersonFields)[] = ['position', 'userType']

/** The fields that a kind of person has here. */
export function fieldsOfKind(kind: PersonKind): readonly (keyof PersonFields)[] {
  const others = kind === 'pupil' ? STAFF_ONLY : PUPILS_ONLY
  return PERSON_FIELDS.filter((field) => !others.includes(field))
}

/** Whether a field stays a school's own to edit while the person is synced (S-188). */
export function staysOurs(kind: PersonKind, field: keyof PersonFields): boolean {
  return kind === 'staff' && LOCAL_FOR_STAFF.includes(field)
}

/** Whether the source owns a field of a synced person, so that a sync writes it and nobody else may (S-187). */
function isOwnedBySource(kind: PersonKind, field: keyof PersonFields, localFields: readonly string[]): boolean {
  return !(kind === 'staff' && LOCAL_FOR_STAFF.includes(field) && localFields.includes(field))
}

/** The fields that a sync writes on a person. */
export function fieldsOwnedBySource(kind: PersonKind, localFields: readonly string[]): readonly (keyof PersonFields)[] {
  return PERSON_FIELDS.filter((field) => isOwnedBySource(kind, field, localFields))
}
