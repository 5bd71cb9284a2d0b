import type { Carried } from '../connectors/index.ts'
import type { Problem } from '../kernel/index.ts'
import type {
  EndedEnrolment,
  PersonKind,
  SchoolYear,
  SourceChange,
  SourceClass,
  SourceEnrolment,
  SourceKind,
  SourcePerson,
} from '../roster/index.ts'

/** Rows of people files, or of any other file: read = used + left out + rejected. */
export interface RowCounts {
  readonly read: number
  readonly used: number
  readonly leftOut: number
  readonly rejected: number
}

/** Why a kind's absence proves nothing; null: it is proven. */
export type Incomplete = Readonly<Record<SourceKind | 'enrolment', string | null>>

/** One line of what a source says about one school, as the reader met it. Files are named by their place in `files`. */
export type UploadItem =
  | readonly ['person', SourcePerson, number, number]
  | readonly ['class', SourceClass]
  | readonly ['enrolment', SourceEnrolment, number, number, 0 | 1]
  /** `enrolmentGone`: a membership that has ended. */
  | readonly ['enrolmentGone', EndedEnrolment]
  /** `person`: pupil or staff, the row does not say which. Last the day on which they left, where it is said. */
  | readonly ['gone', SourceKind | 'person', string, string?]
  /** New details of somebody known. 1: the row names this school and is counted, so that it is refused where nobody is known. */
  | readonly ['changed', SourceChange, number, number, 0 | 1]
  /** A person whose row could not be used: named, hence not gone. */
  | readonly ['unreadable', PersonKind, string]

/** What a reader knows about one school's part of a source at the end. No personal data. */
export interface UploadSummary {
  readonly format: string
  readonly hasUsGrades: boolean
  /** School years that the source names; left out where it names none. */
  readonly schoolYears?: readonly SchoolYear[]
  readonly files: readonly string[]
  readonly people: RowCounts
  readonly carries: Readonly<Record<SourceKind | 'enrolment', Carried['extent']>>
  readonly incomplete: Incomplete
  /** The caller said that the source holds everybody. */
  readonly isDeclaredFull: boolean
}

/** One school's part of a source, ready to be stored. */
export interface SchoolPart {
  readonly externalId: string
  readonly name: string | null
  readonly summary: UploadSummary
  readonly chunks: readonly Buffer[]
  readonly problems: readonly Problem[]
}
