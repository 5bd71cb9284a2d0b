import type { TypedDetail } from './decision.ts'
import type { EmailDoubt } from './email-doubt.ts'
import type { RowMover } from './movers.store.ts'
import type { ReviewRow } from './review-row.ts'
import type { SourceDouble } from './source-doubles.ts'
import type { Touch } from './touches.ts'

/** One side of a row, as a person reads it. Names of year groups and classes, not codes and ids. */
export interface ShownSide {
  readonly name: string
  readonly knownAs: string | null
  readonly birthDate: string | null
  readonly yearGroup: string | null
  readonly registrationClass: string | null
  readonly upn: string | null
  readonly email: string | null
  readonly position: string | null
}

/** A detail that the sync would write, as a person reads it. */
export interface ShownChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** What a person said about the row in this run. */
export interface ShownDecision {
  readonly act: string
  readonly actor: string
  /** ISO 8601. */
  readonly at: string
}

/** A row with everything that its line on the screen says. */
export interface ShownRow extends Omit<ReviewRow, 'double'> {
  /** Our person's id, else one made from connection, kind and source id: the same in every run. */
  readonly rowId: string
  readonly double: (SourceDouble & { readonly shown: ShownSide | null }) | null
  readonly here: ShownSide | null
  readonly there: ShownSide | null
  /** What a sync would write if it takes the pair. */
  readonly changes: readonly ShownChange[]
  /** Which kinds of details those are about. */
  readonly touches: readonly Touch[]
  /** Why it stands where it does, with the day that belongs to it; `review.reason.<code>` says it. */
  readonly ground: string | null
  readonly groundOn: string | null
  /** Desynced, and nobody need wonder why. */
  readonly isExpected: boolean
  /** The same for rows that can be decided together; null: it must be looked at by itself. */
  readonly pattern: string | null
  /** Null where there is nothing to tick: no address, or addresses are not chosen one by one. */
  readonly syncEmail: boolean | null
  /** Why the source's address may not be the pupil's own; null where there is nothing to tick. */
  readonly emailDoubt: EmailDoubt | null
  readonly needsDecision: boolean
  /** Details that the source does not say and that may be typed here; those of them that were. */
  readonly missing: readonly TypedDetail[]
  readonly typed: readonly TypedDetail[]
  readonly decided: ShownDecision | null
  /** Folded surname and forename. */
  readonly sortName: string
  /** Folded words that a search finds the row by. */
  readonly search: string
}

/** A row as the review keeps it. */
export interface StoredRow extends ShownRow {
  /** The run's version at which the row last changed. */
  readonly version: number
  /** A New person who may come from another school; on other rows it waits for them to become New. */
  readonly mover: RowMover | null
}

/** Who needs a look first (S-64): the undecided, those of ours without a record there, those left out, the New, then the rest; the ignored last. */
export function needOf(row: Pick<ShownRow, 'needsDecision' | 'status' | 'leftOut' | 'setAside'>): number {
  if (row.setAside === 'ever') return 7
  if (row.needsDecision) return 0
  if (row.status === 'not_matched') return 1
  if (row.leftOut !== null) return 2
  return { may_match: 0, new: 3, desynced: 4, matched: 5, synced: 6 }[row.status]
}
