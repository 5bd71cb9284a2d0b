import { type Bounds, surnamesOf } from './bounds.ts'
import type { Search } from './search.ts'

/**
 * Every pair of those who are left, but for those that cannot reach `bitsMin`: nobody is lost to a key that a slip of the pen
 * has changed.
 */
export function wholeProduct(search: Search, bounds: Bounds): void {
  for (const row of inSurnameOrder(search, bounds)) pairsOf(search, bounds, row)
}

/** Sums in another order differ by less; who is let through is looked at closely anyway. */
const SLACK = 1e-6

/** Everybody on the left who may reach `bitsMin` with one on the right. */
function pairsOf({ run, bitsMin, take }: Search, bounds: Bounds, row: number): void {
  const ceiling = bounds.ceilingOf(run.sides.source, row)
  const { left, surnames, forenames } = bounds
  const surnameRow = surnames.rowOf(ceiling.surnames)
  const forenameRow = forenames.rowOf(ceiling.forenames)
  const [surnameMost, forenameMost] = [surnames.unknownMost(ceiling.surnames), forenames.unknownMost(ceiling.forenames)]
  const [surnameBits, forenameBits] = [surnames.kept, forenames.kept]
  for (let place = 0; place < left.length; place += 1) {
    const surname = surnameBits[surnameRow + (surnames.codes[place] ?? 0)] ?? 0
    const forename = forenameBits[forenameRow + (forenames.codes[place] ?? 0)] ?? 0
    // NaN is no number yet: the most it can be
    const isAsked = Number.isNaN(surname)
    const others = ceiling.extraMost + (isAsked ? surnameMost : surname) + bounds.birthBitsOf(place, ceiling)
    if (others + (Number.isNaN(forename) ? forenameMost : forename) < bitsMin - SLACK) continue
    const known = forenames.bits(place, ceiling.forenames, forenameRow)
    if (others + known < bitsMin - SLACK) continue
    const sum = isAsked ? others - surnameMost + surnames.bits(place, ceiling.surnames, surnameRow) : others
    if (sum + known >= bitsMin - SLACK) take(left[place] ?? -1, row)
  }
}

/** Neighbours share a surname, so that its likeness to every other surname is worked out once. */
function inSurnameOrder({ run: { sides }, right }: Search, bounds: Bounds): Int32Array {
  const keys = Float64Array.from(right, (row) => bounds.surnames.keyOf(surnamesOf(sides.source, row)))
  const places = Int32Array.from(right.keys()).sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || one - other)
  return places.map((place) => right[place] ?? -1)
}
