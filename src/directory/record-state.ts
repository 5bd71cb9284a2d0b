import type { Json } from '../kernel/index.ts'
import type { LinkEndReason } from '../roster/index.ts'
import type { Enrolment, RecordKind, SourceRef } from './directory.ts'

/** How a link stands: no such link, live, or ended for a reason at a time. */
export type LinkState =
  | { readonly state: 'none' }
  | { readonly state: 'live' }
  | { readonly state: LinkEndReason; readonly endedAt: string }

/**
 * The part of a record that a change writes, as it is before or after. Fields are the written ones only. Of memberships,
 * `before` holds those that end and `after` those that begin; the others are not touched.
 */
export interface RecordState {
  readonly fields: Readonly<Record<string, Json>>
  readonly enrolments: readonly Enrolment[]
  readonly link: LinkState | null
}

/** One record's change, ready to be written: every reference is a directory id. */
export interface RecordChange {
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly operation: 'create' | 'update' | 'remove'
  /** The link that `link` of before and after is about. */
  readonly source: SourceRef | null
  readonly before: RecordState
  readonly after: RecordState
}

/** Why and by whom records are changed. */
export interface Cause {
  readonly actor: string
  readonly runId: string | null
  readonly at: Date
}
