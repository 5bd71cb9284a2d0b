/** What a piece of evidence counts, in words that a reader gets before any number. */
export const WEIGHTS_IN_WORDS = ['strongly_for', 'for', 'slightly_for', 'none', 'slightly_against', 'against', 'strongly_against'] as const
export type WeightInWords = (typeof WEIGHTS_IN_WORDS)[number]

/** How near the best other pair comes to a pair. */
export const CLOSENESS = ['likelier', 'as_likely', 'less_likely', 'clearly_less_likely'] as const
export type Closeness = (typeof CLOSENESS)[number]

/** Less than this is printed as nothing. */
const NOTHING_BELOW = 0.05
/** Three bits are eight times the odds, eight bits 256 times. */
const SOME = 3
const MUCH = 8

/** The word for so many bits. */
export function weightOf(bits: number): WeightInWords {
  const side = bits > 0 ? 'for' : 'against'
  const size = Math.abs(bits)
  if (size < NOTHING_BELOW) return 'none'
  return size >= MUCH ? `strongly_${side}` : size >= SOME ? side : `slightly_${side}`
}

/** The word for the bits by which a pair stands above its rival. */
export function closenessOf(margin: number): Closeness {
  if (margin <= -SOME) return 'likelier'
  if (margin < SOME) return 'as_likely'
  return margin < MUCH ? 'less_likely' : 'clearly_less_likely'
}

/** From which chance on a likelihood has its word. Percentages are for those who ask (UX 0.5). */
const VERY_LIKELY = 0.9
const LIKELY = 0.5

/** The word for the chance that two records are one person. */
export function likelihoodOf(probability: number): 'very_likely' | 'likely' | 'possible' {
  return probability >= VERY_LIKELY ? 'very_likely' : probability >= LIKELY ? 'likely' : 'possible'
}

/** Bits to one decimal, so that the parts add up to the total as a reader adds them. Nothing moves by a whole tenth. */
export function roundedBits(parts: readonly number[]): { readonly parts: readonly number[]; readonly total: number } {
  const exact = parts.map((it) => it * 10)
  const floors = exact.map((it) => Math.floor(it + 1e-9)) // what is in tenths already stays
  const total = Math.round(exact.reduce((sum, it) => sum + it, 0)) + 0 // never −0
  const missing = total - floors.reduce((sum, it) => sum + it, 0)
  const byRest = exact.map((it, at) => ({ at, rest: it - (floors[at] ?? 0) })).sort((a, b) => b.rest - a.rest || a.at - b.at)
  const raised = new Set(byRest.slice(0, missing).map((it) => it.at))
  return { parts: floors.map((it, at) => (it + (raised.has(at) ? 1 : 0)) / 10), total: total / 10 }
}
