import { makeSay } from './make-say.ts'
import type { Reason } from './match-explanation.ts'
import type { Say } from './say.ts'
import { sayReason, sayWeight } from './say-evidence.ts'
import type { Vocabulary } from './terms.ts'
import { weightOf } from './weigh.ts'

/**
 * A reason in plain words, with its weight: "Same surname: Okonkwo, which is rare here (strongly for)". A code without words
 * is a fault and throws.
 */
export function describeMatchReason({ code, params, bits }: Reason, vocabulary: Vocabulary = 'en-GB'): string {
  const say = sayIn(vocabulary)
  const sentence = sayReason(say, { code, params })
  if (sentence === undefined) throw new RangeError(`no words for the match reason ${code}`)
  const weight = sayWeight(say, { weight: weightOf(bits), bits: null })
  return weight === undefined ? sentence : `${sentence} (${weight})`
}

/** The sentence of a guard. A code without words is a fault and throws. */
export function describeMatchGuard(code: string, vocabulary: Vocabulary = 'en-GB'): string {
  const sentence = sayIn(vocabulary).message('match', { code, params: {} })
  if (sentence === undefined) throw new RangeError(`no words for the guard ${code}`)
  return sentence
}

const said = new Map<Vocabulary, Say>()

/** A report words thousands of reasons: what says them is made once. */
export function sayIn(vocabulary: Vocabulary): Say {
  const known = said.get(vocabulary) ?? makeSay(vocabulary)
  said.set(vocabulary, known)
  return known
}
