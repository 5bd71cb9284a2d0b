export { addPeople, type PersonByHand } from './add-people.ts'
export { addPerson, type NewPerson } from './add-person.ts'
export { type ClassEdit, changeClass } from './change-class.ts'
export { changesOfRun, directoryVersion, type LoggedChange, logChanges, type PointInTime } from './change-log.store.ts'
export { changePerson, type PersonEdit } from './change-person.ts'
export { addGroup, changeMembers, deleteClass, type GroupMembers, type NewGroup, removeAllMembers } from './custom-groups.ts'
export {
  type Deletion,
  endDeletions,
  endDeletionsOfSynced,
  readDeletions,
  schoolsWithDeletionsUntil,
  writeDeletions,
} from './deletions.store.ts'
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
export { directoryAsOf } from './directory-as-of.ts'
export { noteIntakes, restoreIntakes } from './intake.store.ts'
export { type ListedPerson, listPeople } from './list-people.store.ts'
export { versionOfClass } from './one-class.store.ts'
export { type HeldForEdit, holderOfSource, latestLinkOf, linkBeforeByHand, readForEdit, versionOfPerson } from './one-person.store.ts'
export { endPin, type Pin, readPins, writePin } from './pins.store.ts'
export { endProtection, type Protection, readProtection, writeProtection } from './protected-people.store.ts'
export { readDirectory } from './read-directory.store.ts'
export { type FieldFault, readEdit } from './read-edit.ts'
export type { Cause, LinkState, RecordChange, RecordState } from './record-state.ts'
export type { EditRefused } from './settle-edit.ts'
export { erasePerson as erasePersonFromDirectory, readTraces } from './traces.store.ts'
export { writeRecords } from './write-records.store.ts'
