export { ColumnMatcher } from './column-matcher.ts'
export { reasonCodes } from './compare.ts'
export { match } from './match.ts'
export type { Group, Sides } from './model/index.ts'
export type { PairColumns, PairRow } from './pair-columns.ts'
export {
  type Column,
  Dictionary,
  inSharedMemory,
  type People,
  PeopleBuilder,
  type PeopleParts,
  packBirth,
  partsOfPeople,
  partsOfVocabulary,
  peopleOfParts,
  reordered,
  translate,
  Vocabulary,
  type VocabularyParts,
  vocabularyOfParts,
} from './people/index.ts'
export { type Candidate, MatchIndex, type SearchRequest } from './search.ts'
export {
  type DirectoryFacts,
  type DirectoryStatus,
  directoryStatus,
  type PairFact,
  type SourceFacts,
  sourceStatus,
} from './status.ts'
export type {
  Alias,
  Learned,
  MatchInput,
  MatchPair,
  MatchPass,
  MatchReason,
  MatchRecord,
  MatchResult,
  MatchRival,
  PairKey,
  WhatIf,
} from './types.ts'
export { WEIGHTS, type Weights } from './weights/index.ts'
