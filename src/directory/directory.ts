import type { ClassKind, EnrolmentRole, LinkEndReason, PersonFields, PersonKind } from '../roster/index.ts'

/** What we hold: the "Admin Hub" of one school. */
export interface Directory {
  readonly people: ReadonlyMap<string, DirectoryPerson>
  readonly classes: ReadonlyMap<string, DirectoryClass>
  /** By code. */
  readonly yearGroups: ReadonlyMap<string, DirectoryYearGroup>
  readonly links: readonly DirectoryLink[]
}

/** A membership of a person. `class` is a directory id. */
export interface Enrolment {
  readonly class: string
  readonly role: EnrolmentRole
  readonly isPrimary: boolean
}

/** A person we hold. */
export interface DirectoryPerson {
  readonly id: string
  readonly kind: PersonKind
  /** `yearGroup` is a code of `yearGroups`. */
  readonly fields: PersonFields
  /** Fields owned here: a sync leaves them (D5). */
  readonly localFields: readonly string[]
  /** Fields that a person pinned, until a day that has not passed: a sync leaves them. Absent: none. */
  readonly pinned?: readonly string[] | undefined
  /** No sync ends their link or changes who they are before somebody has looked. Absent: as everybody. */
  readonly isProtected?: boolean
  readonly enrolments: readonly Enrolment[]
  /** Whom they turned out to be (D26): kept as they were, matched and listed no more. Absent: they stand for themselves. */
  readonly mergedInto?: string
}

/** What we hold about a class. */
export interface ClassFields {
  readonly kind: ClassKind
  readonly name: string
  readonly code: string | null
  readonly description: string | null
  /** Codes; several for a mixed-year class (S-99). */
  readonly yearGroups: readonly string[]
  readonly isArchived: boolean
  /** Fields owned here, such as a name that was kept: a sync leaves them. */
  readonly localFields: readonly string[]
}

/** A class we hold. */
export interface DirectoryClass {
  readonly id: string
  readonly fields: ClassFields
}

/** What we hold about a year group. */
export interface YearGroupFields {
  readonly name: string
  /** Orders year groups from the youngest. */
  readonly position: number
}

/** A year group we hold; its code is its id. */
export interface DirectoryYearGroup {
  readonly code: string
  readonly fields: YearGroupFields
}

/** The kinds of records we hold. */
export type RecordKind = 'person' | 'class' | 'year_group'

/** What names a record in a source. */
export interface SourceRef {
  readonly connection: string
  readonly kind: 'pupil' | 'staff' | 'class' | 'year_group'
  readonly id: string
}

/** A standing or ended pairing of a source record with a record of ours. */
export interface DirectoryLink {
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly source: SourceRef
  /** Null while live. */
  readonly endReason: LinkEndReason | null
  /** ISO 8601, when it ended. */
  readonly endedAt: string | null
}
