export { match } from './match.ts'
export { type Candidate, type RankRequest, rankCandidates } from './rank.ts'
export {
  type DirectoryFacts,
  type DirectoryStatus,
  directoryStatus,
  type PairFact,
  type SourceFacts,
  sourceStatus,
} from './status.ts'
export type { MatchInput, MatchPair, MatchPass, MatchReason, MatchRecord, MatchResult, PairKey } from './types.ts'
