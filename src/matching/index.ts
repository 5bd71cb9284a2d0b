export { ColumnMatcher, type Explanations } from './column-matcher.ts'
export { reasonCodes } from './compare.ts'
export { type DuplicateBasis, type DuplicateInput, type DuplicatePair, findDuplicates } from './duplicates/index.ts'
export { insertAliases, type KeptAlias, readAliases, removeAlias, removeAliasesOf } from './learning/alias.store.ts'
export type { CalibrationStep } from './learning/calibrate.ts'
export { erasePerson as erasePersonFromLearning } from './learning/erase-person.store.ts'
export { type LabelledSchool, type Lesson, learn } from './learning/learn.ts'
export { aliasOf, areTwoNames, frequentNames, type ProposedAlias } from './learning/learn-aliases.ts'
export {
  adoptVersion,
  insertProposal,
  type LearnedState,
  type LearnedVersion,
  listLearned,
  readLearned,
  readoptVersion,
  retireVersion,
} from './learning/learned.store.ts'
export { contradictedBy, replay } from './learning/replay.ts'
export { type Answer, type Contradiction, precisionOf, type ReplayReport, type Tally } from './learning/replay-report.ts'
export { labelledPairs, type SaidPair, type SchoolAsDecided } from './learning/said-pair.ts'
export { match } from './match.ts'
export type { Group, Sides } from './model/index.ts'
export {
  type HeldElsewhere,
  type MoverBasis,
  type MoverGroup,
  type MoverInput,
  type MoverProposal,
  type MoverRow,
  movers,
} from './movers/index.ts'
export type { PairColumns, PairRow, RivalRow } from './pair-columns.ts'
export {
  type Column,
  Dictionary,
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
export { type Candidate, MatchIndex, type Ranked, type SearchRequest } from './search.ts'
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
