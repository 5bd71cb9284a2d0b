import type { Model } from '../model/index.ts'
import type { NameTable, People, Vocabulary } from '../people/index.ts'

/** The two records that are looked at, and what all comparisons need. One object, moved from pair to pair. */
export interface Compared {
  readonly model: Model
  readonly vocabulary: Vocabulary
  readonly names: NameTable
  readonly directory: People
  readonly source: People
  /** Row of the directory, and of the source. */
  left: number
  right: number
}
