export { type ClassNaming, isNamePattern, nameOfNewClass } from './class-naming.ts'
export { KNOWN_ROLES, personKindOf, type RoleMeaning, readEnrolmentRole, readRole } from './code-sets/roles.ts'
export { normaliseUpn, upnKind } from './code-sets/upn.ts'
export {
  isNursery,
  listYearGroups,
  nextYearGroup,
  readYearGroup,
  type Vocabulary,
  type YearGroup,
} from './code-sets/year-groups.ts'
export { type Difference, difference, type Fields, isSame } from './difference.ts'
export { foldHeader } from './field-names.ts'
export { FIELDS, type Field, type FieldName } from './fields.ts'
export { latestEndedFirst } from './link-order.ts'
export { fieldsOfKind, fieldsOwnedBySource, mayBePinned, staysOurs } from './ownership.ts'
export {
  PERSON_FIELDS,
  type PersonFields,
  type PersonKind,
  type PersonStatus,
  type Sex,
  type UserType,
} from './person.ts'
export { type Columns, isSecretColumn, mapColumns, recogniseColumns, unmappedColumns } from './recognise-columns.ts'
export { type SchoolYear, type Session, schoolYearOn, schoolYearsOf, startYearOn } from './school-year.ts'
export type {
  ClassKind,
  EndedEnrolment,
  EnrolmentRole,
  SourceChange,
  SourceClass,
  SourceEnrolment,
  SourceKind,
  SourcePerson,
  SourceSchool,
} from './source.ts'
export { recordKey } from './source.ts'
export type { LinkEndReason, Status } from './status.ts'
export { isTopYear } from './top-year.ts'
export { type TracedSource, type TracedValues, type Traces, tellingTexts } from './traces.ts'
