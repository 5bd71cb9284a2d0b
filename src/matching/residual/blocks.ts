import { isImpossible } from '../comparisons/index.ts'
import { dayOf, type KeyIndex, monthOf, packBirth, yearOf } from '../people/index.ts'
import { BlockKeys, KEY, PARTS, partOf } from './block-keys.ts'
import type { Bounds, Ceiling } from './bounds.ts'
import { NamesElsewhere } from './names-elsewhere.ts'
import type { Search } from './search.ts'

/**
 * The same as the whole product where that is too large (tens of thousands on both sides): only pairs that agree exactly in
 * birth date (also with day and month swapped), in both names, in one name and all but one part of the birth date, or in one
 * name that is rare enough to stand beside another birth date. Nothing else is worth enough among so many. The same bounds
 * decide among them, and a block that cannot reach `bitsMin` is not opened.
 */
export function pairsByBlocks(search: Search, bounds: Bounds): void {
  const keys = new BlockKeys(search.run)
  const blocks = new Blocks(search, bounds, keys.indexOf(search.left))
  for (const row of search.right) blocks.look(row, keys)
}

class Blocks {
  private readonly search: Search
  private readonly bounds: Bounds
  private readonly index: KeyIndex
  private readonly elsewhere: NamesElsewhere
  /** The row of the source that each place was last looked at for. */
  private readonly seen: Int32Array

  constructor(search: Search, bounds: Bounds, index: KeyIndex) {
    this.search = search
    this.bounds = bounds
    this.index = index
    this.elsewhere = new NamesElsewhere(search.run)
    this.seen = new Int32Array(search.left.length).fill(-1)
  }

  look(row: number, keys: BlockKeys): void {
    const { bounds, search } = this
    const ceiling = bounds.ceilingOf(search.run.sides.source, row)
    const isDated = ceiling.birth !== 0 && !isImpossible(ceiling.birth)
    const far = isDated ? bounds.farBits : Math.max(bounds.farBits, ceiling.yearMost)
    const most = mostOf(bounds, ceiling)
    const open = (bits: number, ...key: [kind: number, value: number, second?: number]): void => {
      if (bits + ceiling.extraMost >= search.bitsMin) this.open(ceiling, key)
    }
    const { firsts, lasts, others } = keys.of(1, row)
    for (const first of firsts) {
      for (const last of lasts) {
        open(most.both + Math.max(bounds.slipBits, far), KEY.both, first, last)
        open(ceiling.elsewhereMost + Math.max(bounds.slipBits, far), KEY.both, last, first)
      }
    }
    for (const first of firsts) open(most.first + far, KEY.first, first)
    for (const last of lasts) open(most.last + far, KEY.last, last)
    for (const first of firsts) open(most.first + ceiling.yearMost, KEY.firstUndated, first)
    for (const last of lasts) open(most.last + ceiling.yearMost, KEY.lastUndated, last)
    if (ceiling.birth === 0) return
    open(Math.max(most.both, ceiling.elsewhereMost) + ceiling.exactBirthBits, KEY.birth, ceiling.birth)
    open(Math.max(most.both, ceiling.elsewhereMost) + bounds.turnedBits, KEY.birth, turned(ceiling.birth))
    for (const part of PARTS) {
      const dated = partOf(ceiling.birth, part)
      for (const first of firsts) open(most.first + bounds.slipBits, KEY.firstDated + part, first, dated)
      for (const last of lasts) open(most.last + bounds.slipBits, KEY.lastDated + part, last, dated)
      for (const other of others) open(most.neither + bounds.slipBits, KEY.otherDated + part, other, dated)
    }
  }

  private open(ceiling: Ceiling, key: readonly [kind: number, value: number, second?: number]): void {
    const { index, seen, search } = this
    for (let entry = index.find(...key); entry >= 0; entry = index.next(entry)) {
      const place = index.rowAt(entry)
      if (seen[place] === ceiling.row) continue
      seen[place] = ceiling.row
      if (this.mayReach(ceiling, place)) search.take(search.left[place] ?? -1, ceiling.row)
    }
  }

  private mayReach(ceiling: Ceiling, place: number): boolean {
    const { bounds } = this
    const { bitsMin, left } = this.search
    const others = bounds.birthBitsOf(place, ceiling) + ceiling.extraMost
    if (others + ceiling.forenameMost + ceiling.surnameMost >= bitsMin) {
      const withForename = others + bounds.forenames.bitsBeside(place, ceiling.forenames)
      if (withForename + ceiling.surnameMost >= bitsMin && withForename + bounds.surnames.bitsBeside(place, ceiling.surnames) >= bitsMin)
        return true
    }
    return others + ceiling.elsewhereMost >= bitsMin && this.elsewhere.mayStand(left[place] ?? -1, ceiling.row)
  }
}

/** The most that names can say which agree exactly in both boxes, in one, or in neither. */
function mostOf(bounds: Bounds, { forenameMost, surnameMost }: Ceiling) {
  const [forename, surname] = [bounds.forenames.inexactMost, bounds.surnames.inexactMost]
  return { both: forenameMost + surnameMost, first: forenameMost + surname, last: forename + surnameMost, neither: forename + surname }
}

/** With day and month changed about. */
function turned(birth: number): number {
  return packBirth(yearOf(birth), dayOf(birth), monthOf(birth))
}
