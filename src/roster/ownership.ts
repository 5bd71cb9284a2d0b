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

/** What says who somebody is to the source and to the school, or stands for places here: never pinned. */
const NEVER_PINNED: readonly (keyof PersonFields)[] = ['upn', 'formerUpn', 'customId', 'username', 'status', 'yearGroup']

/** Whether a field of a synced person may be kept as it is here for a while. What stays a school's own needs no pin. */
export function mayBePinned(kind: PersonKind, field: string): boolean {
  return fieldsOfKind(kind).some((it) => it === field && !NEVER_PINNED.includes(it) && !staysOurs(kind, it))
}

/** Whether a field stays a school's own to edit while the person is synced (S-188). */
export function staysOurs(kind: PersonKind, field: keyof PersonFields): boolean {
  return kind === 'staff' && LOCAL_FOR_STAFF.includes(field)
}

/** What of a person is kept here although they are synced. */
export interface KeptHere {
  /** Edited here, and a school's own for good (D5); `status`: disabled here, until somebody says otherwise (S-199). */
  readonly localFields: readonly string[]
  /** Pinned here for a while, with a reason. */
  readonly pinned?: readonly string[] | undefined
}

/** Whether the source owns a field of a synced person, so that a sync writes it and nobody else may (S-187). */
function isOwnedBySource(kind: PersonKind, field: keyof PersonFields, { localFields, pinned = [] }: KeptHere): boolean {
  const mayBeOurs = field === 'status' || (kind === 'staff' && LOCAL_FOR_STAFF.includes(field))
  return !pinned.includes(field) && !(mayBeOurs && localFields.includes(field))
}

/** The fields that a sync writes on a person. */
export function fieldsOwnedBySource(kind: PersonKind, kept: KeptHere): readonly (keyof PersonFields)[] {
  return PERSON_FIELDS.filter((field) => isOwnedBySource(kind, field, kept))
}
