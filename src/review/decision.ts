import type { PersonKind, SourceKind } from '../roster/index.ts'

/**
 * What a person said about one record. `match` and `unmatch` (a veto) hold for ever; the others until ended.
 * `map_class` names the class of ours that a source class is (S-94); `sync_email` ticks a pupil's address (S-109);
 * `include` takes a `leave_out` of somebody who has a record here back.
 */
export type DecisionKind =
  | 'match'
  | 'unmatch'
  | 'import'
  | 'leave_out'
  | 'never_import'
  | 'map_class'
  | 'sync_email'
  | 'no_email'
  | 'include'

/** What a person said about one source record; `recordId` names ours where it is about a pair. */
export interface Decision {
  readonly kind: DecisionKind
  readonly recordId: string | null
  readonly sourceKind: SourceKind
  readonly sourceId: string
}

/** "These two are never the same person." */
export interface Veto {
  readonly personId: string
  readonly sourceKind: SourceKind
  readonly sourceId: string
}

/**
 * A source record that may match somebody and was left out because nobody decided (D11). The chance of a pair moves when
 * others are settled, so that the same file read again would link or create it unseen: it waits until it changes or a
 * person decides.
 */
export interface Doubt {
  readonly sourceKind: PersonKind
  readonly sourceId: string
}

/** Everything people have said about one connection that holds. */
export interface Decisions {
  readonly decisions: readonly Decision[]
  readonly vetoes: readonly Veto[]
  /** Those whose record is still as it was. */
  readonly doubts: readonly Doubt[]
}
