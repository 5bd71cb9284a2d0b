import { bitsOf, type Model } from '../model.ts'
import type { Name } from '../prepare.ts'
import type { NameLevel } from '../weights/index.ts'
import { forenameLevel, surnameLevel } from './name-level.ts'

/** The strongest pair of names among those of two people. */
export interface BestNames {
  readonly level: NameLevel
  readonly bits: number
  readonly left: Name
  readonly right: Name
}

type Field = 'forename' | 'surname'

/** The best bits among the names of two people, legal and known-as; 0 where one has none. */
export function nameBits(model: Model, field: Field, left: readonly Name[], right: readonly Name[]): number {
  let best = Number.NEGATIVE_INFINITY
  for (const one of left) for (const other of right) best = Math.max(best, bitsAt(model, field, levelOf(field, one, other), one, other))
  return best === Number.NEGATIVE_INFINITY ? 0 : best
}

/** As `nameBits`, with the names that gave them; null where one has none. */
export function bestNames(model: Model, field: Field, left: readonly Name[], right: readonly Name[]): BestNames | null {
  let best: BestNames | null = null
  for (const one of left) {
    for (const other of right) {
      const level = levelOf(field, one, other)
      const bits = bitsAt(model, field, level, one, other)
      if (best === null || bits > best.bits) best = { level, bits, left: one, right: other }
    }
  }
  return best
}

function levelOf(field: Field, left: Name, right: Name): NameLevel {
  return field === 'forename' ? forenameLevel(left, right) : surnameLevel(left, right)
}

/** A name like a common one is met by chance as often as the common one, so the data counts at all levels but `different`. */
function bitsAt(model: Model, field: Field, level: NameLevel, left: Name, right: Name): number {
  const usual = model.levelBits[field][level]
  if (level === 'different' || level === 'initial') return usual
  const { exact, levels } = model.weights[field]
  const frequency = model.frequencies[field]
  if (level === 'exact') return bitsOf({ m: exact.m, u: frequency.rateBeside(left.text, 2) })
  const rate = Math.max(frequency.rateBeside(left.text, 1), frequency.rateBeside(right.text, 1))
  return Math.min(usual, bitsOf({ m: levels[level].m, u: rate }))
}
