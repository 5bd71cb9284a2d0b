export { describeMatchGuard, describeMatchReason, MATCH_GUARD_CODES, MATCH_REASON_CODES } from './match-reasons.ts'
