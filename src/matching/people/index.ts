export { allRows, birthText, type Column, dayOf, monthOf, type People, PeopleBuilder, packBirth, reordered, yearOf } from './columns.ts'
export { Dictionary } from './dictionary.ts'
export { assertWithin, roomFor } from './growing.ts'
export { KeyIndex } from './key-index.ts'
export { bitCount, likenessOfMatches, TraitRows } from './name-traits.ts'
export { type Name, NameTable } from './names.ts'
export { addRecord, readRecords } from './read-records.ts'
export {
  type PeopleParts,
  partsOfPeople,
  partsOfVocabulary,
  peopleOfParts,
  translate,
  type VocabularyParts,
  vocabularyOfParts,
} from './shared.ts'
export { Vocabulary } from './vocabulary.ts'
