import type { PersonFields, PersonKind, SourceKind } from '../roster/index.ts'

/**
 * What a person said about one record. `match` and `unmatch` (a veto) hold for ever; the others until ended.
 * `map_class` names the class of ours that a source class is (S-94); `sync_email` ticks a pupil's address (S-109);
 * `keep_name` keeps what a class is called here, `take_name` calls it as the source does;
 * `include` takes a `leave_out` of somebody who has a record here back. `ignore` never looks for a source record of somebody here;
 * `describe` gives a class a description, in the run in which it was said: afterwards it is changed where the class is (S-96).
 * `leave_out_once` leaves a linked person as they are in the run in which it was said; `consider` takes any of those three back,
 * and `never_import`. `supply_…` says a detail that the source does not say, of this record.
 */
export type DecisionKind =
  | 'match'
  | 'unmatch'
  | 'import'
  | 'leave_out'
  | 'never_import'
  | 'ignore'
  | 'leave_out_once'
  | 'consider'
  | `supply_${TypedDetail}`
  | 'map_class'
  | 'sync_email'
  | 'no_email'
  | 'include'
  | 'keep_name'
  | 'take_name'
  | 'describe'

/** A detail that a person may type where the source has nothing: for this one record, kept as a decision. */
export type TypedDetail = 'email' | 'name' | 'birth_date'

/** What somebody typed for one record of the source. */
export type TypedFields = Partial<Pick<PersonFields, 'email' | 'firstName' | 'lastName' | 'birthDate'>>

/** What somebody typed: details of a person, or the description of a class; an empty one is none. */
type Typed = TypedFields | { readonly description: string }

/** What a person said about one source record, or about one of ours that has none; `recordId` names ours. */
export interface Decision {
  readonly kind: DecisionKind
  readonly recordId: string | null
  readonly sourceKind: SourceKind
  readonly sourceId: string | null
  /** What was typed, of a decision that supplies it. */
  readonly typed?: Typed | null
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
