import type { PersonFields, PersonKind } from './person.ts'

/** `registration`: the one class a pupil is registered in (homeroom); `subject`: a taught class; `group`: any other. */
export type ClassKind = 'registration' | 'subject' | 'group'

/** What a person does in a class. */
export type EnrolmentRole = 'pupil' | 'teacher'

/** A school as a source names it. `externalId` is unique in an installation (S-154). */
export interface SourceSchool {
  readonly externalId: string
  readonly name: string | null
}

/** One person as a source says it. Fields the source has no column for are left out of `fields`. */
export interface SourcePerson {
  readonly kind: PersonKind
  readonly sourceId: string
  readonly fields: Partial<PersonFields>
  /** The day on which the source says that they leave, `YYYY-MM-DD`; left out where it says none. */
  readonly leavingDate?: string
}

/** One class as a source says it. */
export interface SourceClass {
  readonly sourceId: string
  readonly kind: ClassKind
  readonly name: string
  readonly code: string | null
  readonly description: string | null
  /** As the source spells them; several for a mixed-year class (S-99). */
  readonly yearGroups: readonly string[]
  /** What is taught in it; left out where the source does not say. */
  readonly subject?: string
}

/** One membership of one class. */
export interface SourceEnrolment {
  readonly classSourceId: string
  readonly personSourceId: string
  readonly role: EnrolmentRole
  readonly isPrimary: boolean
}

/** What a source changes about somebody it has sent before, without saying again which kind of person it is. */
export interface SourceChange {
  readonly sourceId: string
  readonly fields: Readonly<Record<PersonKind, Partial<PersonFields>>>
}

/** A membership that has ended. Role null: the source does not say. */
export interface EndedEnrolment {
  readonly classSourceId: string
  readonly personSourceId: string
  readonly role: EnrolmentRole | null
}

/** Kinds of source records, each with its own proof of completeness. */
export type SourceKind = PersonKind | 'class'

/** One string for a record of one connection. */
export function recordKey(kind: SourceKind, sourceId: string): string {
  return `${kind}/${sourceId}`
}
