export { changesOfRun, type LoggedChange, logChanges } from './change-log.store.ts'
export type {
  ClassFields,
  Directory,
  DirectoryClass,
  DirectoryLink,
  DirectoryPerson,
  DirectoryYearGroup,
  EndReason,
  Enrolment,
  RecordKind,
  SourceRef,
  YearGroupFields,
} from './directory.ts'
export { readDirectory } from './read-directory.store.ts'
export { type Cause, enrolmentKey, type LinkState, NOTHING, type RecordChange, type RecordState } from './record-state.ts'
export { writeRecords } from './write-records.store.ts'
