import type { CodedSentence, ExplainedEvidence } from './match-explanation.ts'
import type { Params, Say } from './say.ts'

/**
 * A reason in plain words, without its weight: "Same surname: Okonkwo, which is rare here". Undefined where there are no words
 * for its code.
 */
export function sayReason(say: Say, { code, params }: CodedSentence): string | undefined {
  const shown = code.startsWith('birth_date.') ? withDates(say, params) : params
  // a sentence of its own where rarity is worth a word
  return say.message('match', { code: `${code}_${params['rarity']}`, params: shown }) ?? say.message('match', { code, params: shown })
}

/** The weight of a piece of evidence: "strongly for, +14.2 bits". Undefined where it has none and nobody asked for numbers. */
export function sayWeight(say: Say, { weight, bits }: Pick<ExplainedEvidence, 'weight' | 'bits'>): string | undefined {
  const words = weight === 'none' ? [] : [say(`match.weight.${weight}`)]
  const number = bits === null ? [] : [say('match.bits', { bits: signedBits(bits) })]
  return words.length + number.length === 0 ? undefined : [...words, ...number].join(', ')
}

/** One decimal and a sign. */
export function signedBits(bits: number): string {
  const size = Math.abs(bits).toFixed(1)
  return bits === 0 ? size : `${bits > 0 ? '+' : '−'}${size}`
}

/** Birth dates stand in evidence as the engine compared them. */
function withDates(say: Say, params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? say.date(value) : value]))
}
