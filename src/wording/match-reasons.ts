import { makeSay, type Say } from './say.ts'
import type { Vocabulary } from './terms.ts'

/** What `matching` gives for one comparison; its own type, because wording stands below matching. */
export interface Reason {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
  readonly bits: number
}

/**
 * A reason in plain words, with its weight: "Same surname: Okonkwo is rare here (strongly for)". A code without words
 * is a fault and throws.
 */
export function describeMatchReason({ code, params, bits }: Reason, vocabulary: Vocabulary = 'en-GB'): string {
  const sentence = sayIn(vocabulary).message('match', { code, params })
  if (sentence === undefined) throw new RangeError(`no words for the match reason ${code}`)
  return bits === 0 ? sentence : `${sentence} (${weightInWords(bits)})`
}

/** The sentence of a guard. A code without words is a fault and throws. */
export function describeMatchGuard(code: string, vocabulary: Vocabulary = 'en-GB'): string {
  const sentence = sayIn(vocabulary).message('match', { code, params: {} })
  if (sentence === undefined) throw new RangeError(`no words for the guard ${code}`)
  return sentence
}

const said = new Map<Vocabulary, Say>()

/** A report words thousands of reasons: what says them is made once. */
function sayIn(vocabulary: Vocabulary): Say {
  const known = said.get(vocabulary) ?? makeSay(vocabulary)
  said.set(vocabulary, known)
  return known
}

/** Eight bits make a pair 256 times as likely, three bits eight times. */
function weightInWords(bits: number): string {
  const side = bits > 0 ? 'for' : 'against'
  const size = Math.abs(bits)
  if (size >= 8) return `strongly ${side}`
  return size >= 3 ? side : `slightly ${side}`
}
