export { type BirthDateFinding, birthDateBits, birthDateLevel, compareBirthDates, isFarApart, isTwoBirthYears } from './birth-date.ts'
export { type Finding, reasonOf } from './finding.ts'
export { compareCustomIds, compareEmails, compareUpns, type EmailFinding, type IdFinding, type UpnFinding } from './identifiers.ts'
export { nameBits } from './name-bits.ts'
export { isTypingSlip } from './name-level.ts'
export { agrees, compareForenames, compareSurnames, compareSwapped, isOtherForename, type NameFinding, wordsOf } from './names.ts'
export {
  compareMiddleNames,
  compareRegistrationClasses,
  compareSex,
  compareYearGroups,
  type MiddleNameFinding,
} from './school-data.ts'
