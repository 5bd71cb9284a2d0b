import type { EndedEnrolment, SourceEnrolment } from '../roster/index.ts'
import type { SourceRecord } from './source-record.ts'
import type { Incomplete, UploadSummary } from './upload.ts'

/** A membership as it was read, and where. */
export interface ReadEnrolment {
  readonly it: SourceEnrolment
  readonly file: number
  readonly line: number
  /** It has a row of its own; else it stands in its person's. */
  readonly counted: boolean
}

/** What placing memberships goes by, and the records that it fills in. */
export interface Placing {
  readonly enrolments: readonly ReadEnrolment[]
  readonly ended: readonly EndedEnrolment[]
  /** Named by this read. Persons get their memberships here; somebody known, whose memberships alone are named, is added. */
  readonly records: Map<string, SourceRecord>
  readonly known: ReadonlyMap<string, SourceRecord>
  readonly unreadable: ReadonlySet<string>
  readonly gone: ReadonlySet<string>
  readonly incomplete: Incomplete
  readonly summary: Pick<UploadSummary, 'files' | 'carries' | 'isDeclaredFull'>
}
