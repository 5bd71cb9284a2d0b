import type { PersonFields, PersonKind } from '../roster/index.ts'
import type { Weights } from './weights/index.ts'

/** The evidence about one person on one side. Missing evidence is null and never counts against a pair. */
export interface MatchRecord
  extends Pick<
    PersonFields,
    | 'firstName'
    | 'middleName'
    | 'lastName'
    | 'knownAsFirstName'
    | 'knownAsLastName'
    | 'birthDate'
    | 'sex'
    | 'upn'
    | 'formerUpn'
    | 'customId'
    | 'email'
  > {
  /** Directory id or source id, unique on its side. */
  readonly id: string
  /** Normalised code (`roster/code-sets/year-groups.ts`), so that "Y6" and "Year 6" are the same. */
  readonly yearGroup: string | null
  /** Name of the registration class. */
  readonly registrationClass: string | null
}

/** One directory record and one source record. */
export interface PairKey {
  readonly directoryId: string
  readonly sourceId: string
}

export interface MatchInput {
  readonly kind: PersonKind
  readonly directory: readonly MatchRecord[]
  readonly source: readonly MatchRecord[]
  /** Live links: kept, unless name and birth date now contradict each other. */
  readonly standing: readonly PairKey[]
  /** What a person decided: always the same (S-59), and never the same (S-60). */
  readonly decided: readonly PairKey[]
  readonly vetoed: readonly PairKey[]
  /** What this trust's own decisions have taught, adopted by a person; absent: the shipped weights and no aliases. */
  readonly learned?: Learned
}

/** Two spellings that stand for one name at this trust, because a person said so of somebody (N-06). Folded. */
export interface Alias {
  readonly box: 'forename' | 'surname'
  readonly left: string
  readonly right: string
}

export interface Learned {
  readonly weights: Weights
  readonly aliases: readonly Alias[]
}

/** Why the engine thinks so: a code of `wording`, the values in its sentence, and its share of the bits. */
export interface MatchReason {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
  /** Positive speaks for the pair, negative against it; the reasons of a pair add up to its bits. */
  readonly bits: number
}

export type MatchPass = 'standing' | 'decided' | 'identifier' | 'exact' | 'scored'

export interface MatchPair extends PairKey {
  /** `certain` is shown as Matched, `possible` as May match (D1). */
  readonly verdict: 'certain' | 'possible'
  readonly pass: MatchPass
  /** Calibrated chance of being the same person, 0 to 1. */
  readonly probability: number
  readonly bits: number
  readonly reasons: readonly MatchReason[]
  /** Codes of the guards that turned a certain pair into a possible one, each with its own sentence. */
  readonly guards: readonly string[]
  /** The best other pair that one of the two could make; null where nobody else comes near. */
  readonly rival: MatchRival | null
  /** What would change the answer (N-01): codes of `wording` with their values. Empty for standing and decided pairs. */
  readonly whatIf: readonly WhatIf[]
}

/** Somebody else for one of the two people of a pair. */
export interface MatchRival {
  /** The side that the rival stands on. */
  readonly side: 'directory' | 'source'
  readonly id: string
  readonly bits: number
}

/**
 * `certain_if.<field>`: with this field confirmed the pair would be Matched. `not_if.<field>`: with this field
 * contradicted it would no longer be shown. Fields: birth_date, upn, custom_id, email, forename, surname, middle_name.
 */
export interface WhatIf {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

export interface MatchResult {
  /** One to one: nobody stands in two pairs. Standing and decided pairs included. In the order of directoryId. */
  readonly pairs: readonly MatchPair[]
  /** Standing links whose name and birth date now contradict: the id may have been reused; left out until decided. */
  readonly contradicted: readonly PairKey[]
}
