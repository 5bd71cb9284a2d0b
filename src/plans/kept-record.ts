import type { RecordChange } from '../directory/index.ts'

/** One record that an undo cannot bring back as a whole, and what stays. */
export interface KeptRecord {
  readonly recordKind: RecordChange['recordKind']
  readonly recordId: string
  /** Names of fields, `enrolments` or `link`; empty: the whole record. */
  readonly what: readonly string[]
}
