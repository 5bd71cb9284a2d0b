import { bitsOf, type NameScale } from '../model.ts'
import type { Name } from '../prepare.ts'
import type { NameLevel } from '../weights/index.ts'

/** Two names of two people, and what they say. */
export interface ComparedNames {
  readonly level: NameLevel
  readonly bits: number
  readonly left: Name
  readonly right: Name
}

/** The best bits among the names of two people, legal and known-as; 0 where one has none. */
export function nameBits(scale: NameScale, left: readonly Name[], right: readonly Name[]): number {
  let best = Number.NEGATIVE_INFINITY
  for (const one of left) {
    for (const other of right) {
      // nearly all pairs are different, and this way they make no object
      const isDifferent = scale.levelOf(one, other) === 'different'
      best = Math.max(best, isDifferent ? scale.levelBits.different : compareNames(scale, one, other).bits)
    }
  }
  return best === Number.NEGATIVE_INFINITY ? 0 : best
}

/** The names of two people that say most for the pair; null where one has none. */
export function bestNames(scale: NameScale, left: readonly Name[], right: readonly Name[]): ComparedNames | null {
  let best: ComparedNames | null = null
  for (const one of left) {
    for (const other of right) {
      const compared = compareNames(scale, one, other)
      if (best === null || compared.bits > best.bits) best = compared
    }
  }
  return best
}

/** A name like a common one is met by chance as often as the common one, so the data counts at all levels but the weakest. */
function compareNames(scale: NameScale, left: Name, right: Name): ComparedNames {
  const level = scale.levelOf(left, right)
  const { exact, levels, frequency } = scale
  if (level === 'exact') return { level, bits: bitsOf({ m: exact.m, u: frequency.rateBeside(left.text, 2) }), left, right }
  const usual = scale.levelBits[level]
  if (level === 'different' || level === 'initial') return { level, bits: usual, left, right }
  const rate = Math.max(frequency.rateBeside(left.text, 1), frequency.rateBeside(right.text, 1))
  return { level, bits: Math.min(usual, bitsOf({ m: levels[level].m, u: rate })), left, right }
}
