import type { ClassKind, EnrolmentRole, PersonFields } from '../roster/index.ts'

/** One membership as it stands in a person's record. */
export interface PersonEnrolment {
  readonly classSourceId: string
  readonly role: EnrolmentRole
  readonly isPrimary: boolean
}

/** A person as the source says it. What the source does not carry is left out. */
export interface PersonBody {
  readonly fields: Partial<PersonFields>
  /** The day on which the source says that they leave, `YYYY-MM-DD`. */
  readonly leavingDate?: string
  /** Sorted by class; left out when the source carries no memberships. */
  readonly enrolments?: readonly PersonEnrolment[]
}

/** A class as the source says it; year groups as the source spells them. */
export interface ClassBody {
  readonly kind: ClassKind
  readonly name: string
  readonly code: string | null
  readonly description: string | null
  readonly yearGroups: readonly string[]
  /** What is taught in it; left out where the source does not say. */
  readonly subject?: string
}

/** A current version of one record of a source. */
export type SourceRecord =
  | { readonly kind: 'pupil' | 'staff'; readonly sourceId: string; readonly body: PersonBody }
  | { readonly kind: 'class'; readonly sourceId: string; readonly body: ClassBody }
