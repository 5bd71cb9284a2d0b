export {
  PERSON_FIELDS,
  type PersonFields,
  type PersonKind,
  type PersonStatus,
  type Sex,
  type UserType,
} from './person.ts'
export type { ClassKind, EnrolmentRole, SourceClass, SourceEnrolment, SourcePerson, SourceSchool } from './source.ts'
