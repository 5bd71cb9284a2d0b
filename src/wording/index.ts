export { AREAS, type Area, loadArea } from './areas.ts'
export { describeProblem, type ProblemText } from './describe-problem.ts'
export { type ExplainingSentence, explainMatch, explanationText, sayRival, sayTotal } from './explain-match.ts'
export { makeSay } from './make-say.ts'
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
export { CORE } from './messages/core.ts'
export type { MessageKey } from './messages/index.ts'
export { type Params, type Say, sayFrom } from './say.ts'
export { sayReason, sayWeight } from './say-evidence.ts'
export type { Vocabulary } from './terms.ts'
export type { Messages } from './text.ts'
export { CLOSENESS, likelihoodOf, WEIGHTS_IN_WORDS } from './weigh.ts'
