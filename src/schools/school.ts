import type { Vocabulary } from '../roster/index.ts'

/** A school of this installation. */
export interface School {
  /** UUID version 7. */
  readonly id: string
  /** Short and made by us, for typing: `oak-high-3f2a`. */
  readonly code: string
  /** Unique in the installation (S-154); how files name the school. */
  readonly externalId: string
  readonly name: string
  readonly vocabulary: Vocabulary
  readonly timeZone: string
  /** `MM-DD`, the first day of the school's year. */
  readonly yearStart: string
  readonly isMadeUp: boolean
}

/** A school to be created. */
export interface NewSchool {
  readonly externalId: string
  readonly name: string
  readonly vocabulary: Vocabulary
  readonly isMadeUp: boolean
}
