export { KNOWN_ROLES, personKindOf, type RoleMeaning, readEnrolmentRole, readRole } from './code-sets/roles.ts'
export { normaliseUpn, upnKind } from './code-sets/upn.ts'
export {
  allYearGroups,
  isNursery,
  nextYearGroup,
  readYearGroup,
  readYearGroups,
  type Vocabulary,
  type YearGroup,
  yearGroupOfCode,
} from './code-sets/year-groups.ts'
export {
  PERSON_FIELDS,
  type PersonFields,
  type PersonKind,
  type PersonStatus,
  type Sex,
  type UserType,
} from './person.ts'
export type { ClassKind, EnrolmentRole, SourceClass, SourceEnrolment, SourceKind, SourcePerson, SourceSchool } from './source.ts'
export { recordKey } from './source.ts'
export { type LinkEndReason, STATUSES, type Status } from './status.ts'
