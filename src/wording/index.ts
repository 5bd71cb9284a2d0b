export { describeMatchGuard, describeMatchReason } from './match-reasons.ts'
export type { MessageKey } from './messages/index.ts'
export { makeSay, type Params, type Say } from './say.ts'
export type { Vocabulary } from './terms.ts'
