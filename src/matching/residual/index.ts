export { forenamesOf, surnamesOf } from './bounds.ts'
export type { Spellings } from './name-rows.ts'

import type { Run } from '../run.ts'
import { Scored } from '../scored.ts'
import { pairsByBlocks } from './blocks.ts'
import { Bounds } from './bounds.ts'
import { keyedPairs } from './keyed-pairs.ts'
import { wholeProduct } from './whole-product.ts'

/** Up to so many pairs every one is looked at; beyond, only those that agree exactly in something. */
const WHOLE_PRODUCT_MAX = 60_000_000

/** Those of a group who are not settled. */
export interface Residual {
  readonly left: Int32Array
  readonly right: Int32Array
}

/** Every pair of those who are left that reaches `bitsMin` and that nobody has parted, strongest first. */
export function scoredPairs(run: Run, rest: Residual, bitsMin: number, wholeMax = WHOLE_PRODUCT_MAX): Scored {
  const scored = new Scored()
  const take = (one: number, other: number): void => {
    if (run.isVetoed(one, other)) return
    const { bits } = run.comparer.look(one, other)
    if (bits >= bitsMin) scored.add(one, other, bits)
  }
  const isWhole = rest.left.length * rest.right.length <= wholeMax
  const left = isWhole ? rest.left : inBirthOrder(rest.left, run.sides.directory.birth)
  const right = isWhole ? rest.right : inBirthOrder(rest.right, run.sides.source.birth)
  const search = { run, left, right, bitsMin, take }
  const bounds = new Bounds(run, left)
  if (isWhole) wholeProduct(search, bounds)
  else pairsByBlocks(search, bounds)
  keyedPairs(search, bounds, isWhole)
  return scored.strongestFirst(run.sides)
}

/** Those of one birth date beside one another: most of who is looked at for one is looked at for the next, and still in reach. */
function inBirthOrder(rows: Int32Array, births: Int32Array): Int32Array {
  const keys = Float64Array.from(rows, (row, place) => (births[row] ?? 0) * rows.length + place)
  return Int32Array.from(keys.sort(), (key) => rows[key % rows.length] ?? -1)
}
