export { describeHere } from './describe-here.ts'
export { type IdSource, newId } from './ids.ts'
export { addSchools, insertSchool, meetSchools } from './meet-schools.ts'
export type { NewSchool, School } from './school.ts'
export {
  changeSchool,
  insertSchoolGroup,
  otherSchoolsOfGroup,
  readSchool,
  type SchoolChange,
  type SchoolWithVersion,
} from './school-details.store.ts'
export { findByAnyId, findByExternalIds, listSchools, lockSchool, readSettings, writeSetting } from './schools.store.ts'
export { type Cohort, type Limits, type SchoolSettings, schoolSettingsSchema } from './settings.ts'
