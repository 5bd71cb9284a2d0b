import type { Accuracy } from './accuracy.ts'
import type { Case } from './cases.ts'
import type { Usage } from './engine.ts'

/** One line of a case's table. */
export interface CaseRow {
  readonly engine: string
  readonly usage: Usage | null
  readonly accuracy: Accuracy | null
  /** Why there are no figures, or what to know about them. */
  readonly note: string
}

export interface CaseResult {
  readonly case: Case
  readonly folder: string
  readonly rows: readonly CaseRow[]
}
