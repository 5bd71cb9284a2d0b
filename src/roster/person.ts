/** The two kinds of people we keep. Parents and other roles are counted and left out. */
export type PersonKind = 'pupil' | 'staff'

/** Sex as the source says it; `unspecified`: it says that it does not say. */
export type Sex = 'female' | 'male' | 'other' | 'unspecified'

/** `Active` or `Disabled` in the source (S-160): a disabled person stays, but cannot sign in. */
export type PersonStatus = 'active' | 'disabled'

/** eChalk's four user types (S-157); everything else is mapped onto them. */
export type UserType = 'Teacher' | 'Staff' | 'Administrator' | 'Student'

/**
 * What a source says about one person, field by field. The same names stand in tables, plans and the API.
 * `null` is "the source says: nothing"; a name missing from a partial record is "the source does not carry this".
 */
export interface PersonFields {
  readonly firstName: string | null
  readonly middleName: string | null
  readonly lastName: string | null
  readonly knownAsFirstName: string | null
  readonly knownAsLastName: string | null
  /** `YYYY-MM-DD`, a calendar date, never a moment. */
  readonly birthDate: string | null
  readonly sex: Sex | null
  /** Unique pupil number, upper case, no spaces. */
  readonly upn: string | null
  readonly formerUpn: string | null
  /** Employee or student ID, unique in a school (S-74, S-155): admission number, staff code, OneRoster identifier. */
  readonly customId: string | null
  readonly email: string | null
  /** The username the source says, used as a name where there is none (D21). */
  readonly username: string | null
  /** Staff only (S-159). */
  readonly position: string | null
  readonly userType: UserType | null
  readonly status: PersonStatus
  /** Year group or grade as the source spells it ("Y6", "KG", "Year 5/6"); read by `code-sets/year-groups.ts`. */
  readonly yearGroup: string | null
}

/** The names of all person fields, in the order in which people read them. */
export const PERSON_FIELDS = [
  'firstName',
  'middleName',
  'lastName',
  'knownAsFirstName',
  'knownAsLastName',
  'birthDate',
  'sex',
  'upn',
  'formerUpn',
  'customId',
  'email',
  'username',
  'position',
  'userType',
  'status',
  'yearGroup',
] as const satisfies readonly (keyof PersonFields)[]
