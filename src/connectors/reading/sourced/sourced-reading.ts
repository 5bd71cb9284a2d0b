import type { ReadSink, Row } from '../../connector.ts'
import type { ColumnNames, FileTable } from '../file-table.ts'
import type { GradeLook } from '../grade-look.ts'
import type { PackageFiles } from '../package-files.ts'
import type { PersonDesk } from '../person-desk.ts'
import type { SchoolBook } from '../school-book.ts'
import { saysEnded } from '../values.ts'

/** The files of this family that carry what we keep; also their names without the ending. */
export const SOURCED_FILES = ['orgs', 'users', 'roles', 'demographics', 'classes', 'enrollments'] as const
export type SourcedFile = (typeof SOURCED_FILES)[number]

/** In what a format of this family differs from the others. */
export interface SourcedFormat {
  /** A calendar date `YYYY-MM-DD`, or null when the text is none. */
  dateOf(text: string): string | null
  /** Types of organisations that are schools, in lower case. */
  readonly schoolTypes: ReadonlySet<string>
  /** Whether the package says that a file holds changes only, so that its rows may refer to records sent earlier. */
  isDelta(file: SourcedFile): boolean
}

/** What all the steps of one reading work on. */
export interface SourcedReading {
  readonly files: PackageFiles
  readonly sink: ReadSink
  readonly format: SourcedFormat
  /** `YYYY-MM-DD`, UTC: files name no time zone. */
  readonly today: string
  readonly schools: SchoolBook
  readonly people: PersonDesk
  readonly grades: GradeLook
}

/** What was seen of one file. */
export interface FileTally {
  state: 'absent' | 'unreadable' | 'read'
  rows: number
  /** Rows that are marked as ended. */
  ended: number
  /** Some row carries a status or a date of change, as rows of a delta do. */
  hasStamps: boolean
  /** Some row could not be read, so that what a file does not say is not known to be absent. */
  hasBroken: boolean
}

function emptyTally(state: FileTally['state']): FileTally {
  return { state, rows: 0, ended: 0, hasStamps: false, hasBroken: false }
}

type Stamp = 'status' | 'dateLastModified'

interface Taking<Name extends string> {
  readonly reading: SourcedReading
  readonly file: SourcedFile
  readonly columns: ColumnNames<Name>
  /** Called once, before the rows. */
  start(table: FileTable<Name>): {
    row(row: Row, hasEnded: boolean): void
    broken: Parameters<FileTable<Name>['eachRow']>[0]['broken']
  }
}

/** Reads one file from its first row to its last and says what was seen. */
export async function readSourcedFile<Name extends string>(it: Taking<Name | Stamp>): Promise<FileTally> {
  const opening = await it.reading.files.open(it.file, it.columns)
  if (opening.state !== 'open') return emptyTally(opening.state)
  const { table } = opening
  const tally = emptyTally('read')
  const take = it.start(table)
  tally.rows = await table.eachRow({
    row(row) {
      const status = table.value(row, 'status')
      const hasEnded = saysEnded(status)
      if (hasEnded) tally.ended += 1
      tally.hasStamps ||= status !== null || table.value(row, 'dateLastModified') !== null
      take.row(row, hasEnded)
    },
    broken(broken) {
      tally.hasBroken = true
      take.broken(broken)
    },
  })
  return tally
}
