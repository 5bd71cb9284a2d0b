import type { Directory, SourceRef } from '../directory/index.ts'
import type { ReviewRow } from '../review/index.ts'
import type { ClassNaming, YearGroup } from '../roster/index.ts'
import type { Incomplete, SourceRecord } from '../snapshots/index.ts'
import type { LinkIndex } from './link-index.ts'

/** What a plan may write (D13): everything, or one panel of the wizard by itself. */
export type PlanScope = 'all' | 'staff' | 'year_groups' | 'registration_classes' | 'subject_classes' | 'pupils'

/** What a plan follows from, and nothing else: the same input gives the same plan. */
export interface PlanInput {
  readonly connection: string
  readonly directory: Directory
  /** The directory's links by record. */
  readonly links: LinkIndex
  /** Current source records by `recordKey`. */
  readonly source: ReadonlyMap<string, SourceRecord>
  readonly incomplete: Incomplete
  /** Records that the read itself said to have ended, by `recordKey`. */
  readonly gone: ReadonlySet<string>
  /** The days on which people who are gone have left, as the source said them, by `recordKey`. */
  readonly leftOn: ReadonlyMap<string, string>
  readonly rows: readonly ReviewRow[]
  /** The school's reading of a year group as the source spells it; null for none. */
  readonly yearGroup: (raw: string) => Pick<YearGroup, 'code' | 'name' | 'order'> | null
  /** What is written (D13): everything, or one panel of the wizard by itself. */
  readonly scope: PlanScope
  /** S-108, S-109: whether a pupil's e-mail address is used. */
  usesEmail(sourceId: string): boolean
  /** S-94: source class to class of ours; `set_up` and `leave_out` as a person said. */
  readonly classDecisions: ReadonlyMap<string, string | 'set_up' | 'leave_out'>
  /** What people said about the name of a source class: to keep ours, or to take the source's. */
  readonly classNames: ReadonlyMap<string, 'keep_name' | 'take_name'>
  /** S-96: descriptions that people gave classes of the source in this run; an empty one is none. */
  readonly classDescriptions: ReadonlyMap<string, string>
  /** How a class that this plan creates is called. */
  readonly classNaming: ClassNaming
  /** S-104: whether classes that left and have nobody in them any more are archived. */
  readonly archivesEmptied: boolean
}

/** People whom this plan creates or keeps equal to the source, with their source record's key. */
export function syncedRows(input: PlanInput): readonly ReviewRow[] {
  return input.rows.filter(
    (row) =>
      row.sourceId !== null &&
      row.leftOut === null &&
      row.setAside === null &&
      row.reason !== 'id_reused' &&
      (row.status === 'synced' ? !row.notSeen : row.willImport && ['new', 'matched', 'may_match'].includes(row.status)),
  )
}

/** A reference to a record of this plan's connection. */
export function sourceRef(input: PlanInput, kind: SourceRef['kind'], id: string): SourceRef {
  return { connection: input.connection, kind, id }
}
