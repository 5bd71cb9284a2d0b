import type { RecordKind, SourceRef } from '../directory/index.ts'
import type { EnrolmentRole, Fields, LinkEndReason } from '../roster/index.ts'

/** What limits count together, and what a summary says in one line. */
export type Population = 'pupil' | 'staff' | 'class' | 'year_group'

/**
 * `create` a record and link it · `link` an existing one · `update` a linked one · `desync` (its source record left or is out
 * of scope) · `archive` a class that left and has nobody in it any more · `unlink` (a person said: not the same) · `merge` (two
 * records are one person) and `unmerge` · `revert` and `remove` (an undo).
 */
export type Operation = 'create' | 'link' | 'update' | 'desync' | 'archive' | 'unlink' | 'merge' | 'unmerge' | 'revert' | 'remove'

/** A membership in a plan: `class` is a directory id, or `new:` and the source id of a class that the same plan creates. */
export interface PlannedEnrolment {
  readonly class: string
  readonly role: EnrolmentRole
  readonly isPrimary: boolean
}

/** How a link stands. Times are not part of what a plan promises, but an undo restores them. */
export interface PlannedLink {
  readonly state: 'none' | 'live' | LinkEndReason
  readonly endedAt?: string
}

/** The part of a record that a change writes. Of memberships, `before` holds those that end, `after` those that begin. */
export interface PlannedState {
  readonly fields: Fields
  readonly enrolments: readonly PlannedEnrolment[]
  readonly link: PlannedLink | null
}

/** Why a change is intended: a code and what its sentence names. */
export interface ChangeReason {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

/** One intended write to one record, with what was read, what will be, and why. */
export interface Change {
  /** Unique in the plan; plans are kept in the order of their keys. */
  readonly key: string
  readonly recordKind: RecordKind
  readonly population: Population
  readonly operation: Operation
  /** Null for a record that apply will make; a year group's code is its id. */
  readonly recordId: string | null
  /** Names the source record; for a new record it is the only name. */
  readonly source: SourceRef | null
  readonly before: PlannedState
  readonly after: PlannedState
  readonly reason: ChangeReason
}

/** The prefix that stands before the source id of a class the plan creates. */
export const NEW_CLASS = 'new:'

/** The state that writes nothing. */
export const NOTHING: PlannedState = { fields: {}, enrolments: [], link: null }

/** Tells one membership of a person from another. */
export function enrolmentKey(it: PlannedEnrolment): string {
  return `${it.class} ${it.role} ${it.isPrimary}`
}

/** Whether a change writes nothing. */
export function isEmpty({ after, before, operation }: Change): boolean {
  const fields = Object.keys(after.fields).length + Object.keys(before.fields).length
  return operation !== 'remove' && fields + after.enrolments.length + before.enrolments.length === 0 && after.link === null
}
