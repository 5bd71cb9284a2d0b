export { addPeople, type PersonByHand } from './add-people.ts'
export { changesOfRun, directoryVersion, type LoggedChange, logChanges } from './change-log.store.ts'
export { changePerson, type EditRefused, type PersonEdit } from './change-person.ts'
export type {
  ClassFields,
  Directory,
  DirectoryClass,
  DirectoryLink,
  DirectoryPerson,
  DirectoryYearGroup,
  Enrolment,
  RecordKind,
  SourceRef,
  YearGroupFields,
} from './directory.ts'
export { type ListedPerson, listPeople } from './list-people.store.ts'
export { versionOfPerson } from './one-person.store.ts'
export { readDirectory } from './read-directory.store.ts'
export type { FieldFault } from './read-edit.ts'
export type { Cause, LinkState, RecordChange, RecordState } from './record-state.ts'
export { writeRecords } from './write-records.store.ts'
