export { describeMatchGuard, describeMatchReason } from './match-reasons.ts'
