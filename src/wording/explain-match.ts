import { type ExplainedEvidence, type ExplainedPair, explanationOf, type MatchExplanation, type NamedRival } from './match-explanation.ts'
import { sayIn } from './match-reasons.ts'
import type { Say } from './say.ts'
import { sayReason, sayWeight, signedBits } from './say-evidence.ts'
import type { Vocabulary } from './terms.ts'

/** One sentence of an explanation, with the part that it plays in it. */
export interface ExplainingSentence {
  readonly part: 'verdict' | 'warning' | 'evidence' | 'rival' | 'what_if' | 'total'
  readonly text: string
}

/**
 * Says why a pair is one: the verdict, why a person should look, what speaks for and against it from the strongest, who comes
 * second, and what would change the answer. The one wording of screen, API and CSV. A code without words is passed over: it
 * may come from another version of the engine.
 */
export function explainMatch(say: Say, explanation: MatchExplanation): readonly ExplainingSentence[] {
  const { verdict, warnings, evidence, rival, whatIf } = explanation
  const parts: readonly (readonly [ExplainingSentence['part'], readonly (string | undefined)[]])[] = [
    ['verdict', verdict === null ? [] : [say.message('match.verdict', verdict)]],
    ['warning', warnings.map((it) => say.message('match', it))],
    ['evidence', evidence.map((it) => sayEvidence(say, it))],
    ['rival', rival === null ? [] : [sayRival(say, rival)]],
    ['what_if', whatIf.map((it) => say.message('match', it))],
    ['total', [sayTotal(say, explanation)]],
  ]
  return parts.flatMap(([part, texts]) => texts.flatMap((text) => (text === undefined ? [] : [{ part, text }])))
}

/** The whole explanation of a pair in one cell of a CSV. */
export function explanationText(
  pair: ExplainedPair,
  { vocabulary = 'en-GB', bits = false }: { readonly vocabulary?: Vocabulary; readonly bits?: boolean } = {},
): string {
  return explainMatch(sayIn(vocabulary), explanationOf(pair, bits))
    .map((it) => it.text)
    .join(' ')
}

/** "Second best here: Tara Gupta, 6A, clearly less likely." */
export function sayRival(say: Say, { side, name, detail, closeness }: NamedRival): string {
  const who = detail === null ? name : `${name}, ${detail}`
  return closeness === 'likelier'
    ? say(`match.rival.${side}_likelier`, { who })
    : say(`match.rival.${side}`, { who, closeness: say(`match.closeness.${closeness}`) })
}

/** What the pieces of evidence make together; undefined where nobody asked for numbers. */
export function sayTotal(say: Say, { bits, probability }: Pick<MatchExplanation, 'bits' | 'probability'>): string | undefined {
  if (bits === null) return undefined
  const total = say('match.total', { bits: signedBits(bits) })
  return probability === null ? total : `${total} ${say('match.chance', { chance: percent(probability) })}`
}

function sayEvidence(say: Say, evidence: ExplainedEvidence): string | undefined {
  const sentence = sayReason(say, evidence)
  const weight = sayWeight(say, evidence)
  if (sentence === undefined) return undefined
  return weight === undefined ? `${sentence}.` : `${sentence} (${weight}).`
}

/** Never "100 %" of what is only very likely, nor "0 %" of what is only unlikely. */
function percent(probability: number): string {
  if (probability > 0.999) return '> 99.9'
  return probability < 0.001 ? '< 0.1' : (probability * 100).toFixed(1)
}
