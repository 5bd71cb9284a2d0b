export type { MatchInput, MatchPair, MatchPass, MatchReason, MatchRecord, MatchResult, PairKey } from './types.ts'
