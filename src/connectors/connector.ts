import type { Problem, ProblemCode, Result } from '../kernel/index.ts'
import type {
  EndedEnrolment,
  PersonKind,
  SchoolYear,
  SourceChange,
  SourceClass,
  SourceEnrolment,
  SourceKind,
  SourcePerson,
  SourceSchool,
} from '../roster/index.ts'
import type { SourceFile, Table } from '../tables/index.ts'

export { type BrokenRow, isSummary, type Row, type SourceFile, type Table } from '../tables/index.ts'

/** Stands for the one school that a file is about when the file itself names none (D22). */
export const FILE_SCHOOL = ''

/** A school's external id, `FILE_SCHOOL`, or null where a row does not let us know its school. */
export type SchoolKey = string | null

/** Where in the source something stands. */
export interface Place {
  readonly file: string
  readonly line: number
}

/**
 * Takes what a connector reads, in any order. Every data row of a people file is told exactly once per school it
 * belongs to: by `person`, `gone`, `leftOut` or `rejected`; then counts add up by themselves (read = used + left out +
 * rejected). Rows of other files: by `school`, `class`, `enrolment`, `gone`, `otherRow`. Nothing here waits; nothing here throws.
 */
export interface ReadSink {
  /** A school that the source describes. May come after its people. `place` null: no row of its own. */
  school(school: SourceSchool, place: Place | null): void
  /** One person of one school: a used row of a people file. */
  person(school: string, person: SourcePerson, place: Place): void
  /**
   * A row that says itself that its record has ended (OneRoster `tobedeleted`): counts as left out. `person`: the row does
   * not say which kind. School null: the row does not say that either; meant is every school of the source. `leftOn`: the day on
   * which it says that the person left, `YYYY-MM-DD`.
   */
  gone(school: SchoolKey, kind: SourceKind | 'person', sourceId: string, place: Place & { readonly leftOn?: string | undefined }): void
  /**
   * Details of somebody who was sent earlier, in a package of changes that does not repeat the role: a used row of a people file
   * where `counted`. School null: every school of the source that knows the person.
   */
  changed(school: SchoolKey, change: SourceChange, place: Place, counted: boolean): void
  /** `place` null: the class has no row of its own (it is named in a people file) and is not counted; may then be told twice. */
  class(school: string, it: SourceClass, place: Place | null): void
  /** `place.file` is the people file when the membership stands in a person's own row: then not counted. */
  enrolment(school: string, it: SourceEnrolment, place: Place, counted: boolean): void
  /** A membership that its own row says has ended: counts as left out. Another row that still holds it is stronger. */
  enrolmentGone(school: string, it: EndedEnrolment, place: Place): void
  /**
   * A people row that is right but not for us, such as a parent (D-issue: counted, left out, said so). Rows of one school
   * with the same code and detail are reported together, as one problem with `{count}` and `{detail}`.
   */
  leftOut(school: SchoolKey, code: ProblemCode, detail: string, place: Place): void
  /**
   * A people row that cannot be used. With `who` the person is known to be in the source, so that nobody takes the
   * absence for leaving; without, absence of that kind of people cannot be proven for the school (null: for any school).
   */
  rejected(school: SchoolKey, problem: Problem, who?: { readonly kind: PersonKind; readonly sourceId: string }): void
  /** A row of any other file: used, left out, or (then with its problem) rejected. A rejected row makes absence of `makesUnproven` unproven. */
  otherRow(file: string, outcome: 'used' | 'leftOut'): void
  otherRejected(school: SchoolKey, file: string, problem: Problem, makesUnproven: 'class' | 'enrolment' | null): void
  /** A problem that costs no row: a warning, or a note about a file. */
  warning(school: SchoolKey, problem: Problem): void
}

/**
 * Whether a package claims to hold all records of a kind: `whole`, only some (`part`, with the reason), or none. `isCertain`: it
 * holds only some whatever anybody declares, because something is damaged, missing, or a list of changes.
 */
export type Carried =
  | { readonly extent: 'absent' }
  | { readonly extent: 'whole' }
  | { readonly extent: 'part'; readonly why: string; readonly isCertain?: true }

/** What a connector knows once everything is read. */
export interface ReadSummary {
  /** Such as `oneroster-1.1`, `sds-v1`, `sds-uk`, `echalk`, `csv`. */
  readonly format: string
  /** Numbers in year groups are US grades when true (D33). */
  readonly hasUsGrades: boolean
  /** School years that the source names, from the earliest; left out where it names none. */
  readonly schoolYears?: readonly SchoolYear[]
  readonly carries: {
    readonly pupil: Carried
    readonly staff: Carried
    readonly class: Carried
    /** Memberships. `whole`: a person's memberships replace what was known; `part`: they are added; `absent`: untouched. */
    readonly enrolment: Carried
  }
}

/** Which of our fields stands in which column: `{ firstName: "Forename" }`. Known field names: `MAP_FIELDS`. */
export type ColumnMap = Readonly<Record<string, string>>

export interface FileReadRequest {
  readonly files: readonly SourceFile[]
  openTable(file: SourceFile): Promise<Result<Table, Problem>>
  /** The caller's own mapping (`--map`), field to column; null: recognise headers. */
  readonly map: ColumnMap | null
  readonly now: Date
}

/** Reads one kind of file package. Never writes, opens nothing by itself. */
export interface FileConnector {
  /** The name of its folder. */
  readonly id: string
  readonly title: string
  /**
   * Says whether these files are of this kind, by names and headers only. The first connector of the registry that says yes reads.
   */
  recognises(request: FileReadRequest): Promise<boolean>
  /** A failure is a package that cannot be read at all; then nothing counts. */
  read(request: FileReadRequest, sink: ReadSink): Promise<Result<ReadSummary, Problem>>
}
