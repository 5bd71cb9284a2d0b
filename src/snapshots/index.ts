export { type Assembled, assemble } from './assemble.ts'
export { type CheckedPeople, checkPeople, type ReadYearGroup } from './check-people.ts'
export { countPart, type PartCounts } from './count-part.ts'
export { erasePerson as erasePersonFromSnapshots } from './erase-person.store.ts'
export { currentRecords, formerRecords, latestSnapshots, type StoredRecord } from './snapshot.store.ts'
export type { ClassBody, PersonBody, PersonEnrolment, SourceRecord } from './source-record.ts'
export { type DeclaredExtent, type NoSchoolPart, splitBySchool } from './split-by-school.ts'
export { changesOf, restoreSnapshot, type Snapshot, takeSnapshot } from './take-snapshot.ts'
export {
  findUpload,
  insertUpload,
  isUploadKept,
  type KeptUpload,
  latestUpload,
  readProblems,
  readUploadItems,
  readUploadSummary,
  removeOldUploads,
  removeUpload,
  replaceReviewProblems,
} from './upload.store.ts'
export type { Incomplete, RowCounts, SchoolPart, UploadItem, UploadSummary } from './upload.ts'
export { insertUploadEntry, noteTakenAway, type UploadEntry } from './upload-entry.store.ts'
