export { meetSchools } from './meet-schools.ts'
export type { IdSource, NewSchool, School } from './school.ts'
export { findByAnyId, findByExternalIds, listSchools, lockSchool, readSchool, readSettings, writeSetting } from './schools.store.ts'
export { type Cohort, cohortSchema, type Limits, type SchoolSettings, schoolSettingsSchema } from './settings.ts'
