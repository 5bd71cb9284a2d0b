export { type ExplainingSentence, explainMatch, explanationText, sayRival, sayTotal } from './explain-match.ts'
export { maskedUpn } from './masked-upn.ts'
export {
  type CodedSentence,
  type ExplainedPair,
  evidenceOf,
  explanationOf,
  groundOf,
  type MatchExplanation,
  type NamedRival,
  nameRival,
} from './match-explanation.ts'
export { describeMatchGuard, describeMatchReason } from './match-reasons.ts'
export type { MessageKey } from './messages/index.ts'
export { makeSay, type Params, type Say } from './say.ts'
export { sayReason, sayWeight } from './say-evidence.ts'
export type { Vocabulary } from './terms.ts'
export { CLOSENESS, likelihoodOf, WEIGHTS_IN_WORDS } from './weigh.ts'
