import { isImpossible } from '../comparisons/index.ts'
import { KeyIndex } from '../people/index.ts'
import type { Run } from '../run.ts'

/** Kinds of blocks. Those with a part of the birth date stand three times, once a part. */
export const KEY = {
  birth: 0,
  first: 1,
  last: 2,
  both: 3,
  firstUndated: 4,
  lastUndated: 5,
  firstDated: 6,
  lastDated: 9,
  otherDated: 12,
} as const

/** What is left of a birth date without its day, its month, or its year. */
export const PARTS = [0, 1, 2] as const
const MASKS = [~127, ~(127 << 7), 2 ** 14 - 1] as const

export function partOf(birth: number, part: (typeof PARTS)[number]): number {
  return birth & MASKS[part]
}

/** So many people of one name and birth date stand in the blocks: more cannot be told apart, and each has a chance below one in so many. */
const SAME_MAX = 64

/** What somebody stands in blocks by. One object, written anew for each. */
interface Keys {
  readonly firsts: number[]
  readonly lasts: number[]
  /** Middle name and registration class, told apart by their sign. */
  readonly others: number[]
}

export class BlockKeys {
  private readonly run: Run
  private readonly keys: Keys = { firsts: [], lasts: [], others: [] }

  constructor(run: Run) {
    this.run = run
  }

  /** The places of these rows of the directory by all their keys. */
  indexOf(left: Int32Array): KeyIndex {
    const index = new KeyIndex()
    index.clear(left.length * 9)
    const same = new KeyIndex()
    same.clear(left.length)
    const { birth } = this.run.sides.directory
    for (const [place, row] of left.entries()) {
      const keys = this.of(0, row)
      if (!isOneMore(same, keys, birth[row] ?? 0)) this.add(index, place, keys, birth[row] ?? 0)
    }
    return index
  }

  of(side: 0 | 1, row: number): Keys {
    const { sides } = this.run
    const people = side === 0 ? sides.directory : sides.source
    const { names, classes } = sides.vocabulary
    const { firsts, lasts, others } = this.keys
    note(firsts, names.textOf(people.firstName[row] ?? -1), names.textOf(people.knownFirstName[row] ?? -1))
    note(lasts, names.textOf(people.lastName[row] ?? -1), names.textOf(people.knownLastName[row] ?? -1))
    note(others, names.textOf(people.middleName[row] ?? -1), -1)
    const group = classes.textOf(people.registrationClass[row] ?? -1)
    if (group >= 0) others.push(-1 - group)
    return this.keys
  }

  private add(index: KeyIndex, place: number, { firsts, lasts, others }: Keys, birth: number): void {
    for (const first of firsts) for (const last of lasts) index.add(place, KEY.both, first, last)
    for (const first of firsts) index.add(place, KEY.first, first)
    for (const last of lasts) index.add(place, KEY.last, last)
    if (birth === 0 || isImpossible(birth)) {
      for (const first of firsts) index.add(place, KEY.firstUndated, first)
      for (const last of lasts) index.add(place, KEY.lastUndated, last)
    }
    if (birth === 0) return
    index.add(place, KEY.birth, birth)
    for (const part of PARTS) {
      const dated = partOf(birth, part)
      for (const first of firsts) index.add(place, KEY.firstDated + part, first, dated)
      for (const last of lasts) index.add(place, KEY.lastDated + part, last, dated)
      for (const other of others) index.add(place, KEY.otherDated + part, other, dated)
    }
  }
}

function note(texts: number[], text: number, known: number): void {
  texts.length = 0
  if (text >= 0) texts.push(text)
  if (known >= 0 && known !== text) texts.push(known)
}

/** Counts somebody by first names and birth date; whether there are too many of them already. */
function isOneMore(same: KeyIndex, { firsts, lasts }: Keys, birth: number): boolean {
  const [first, last] = [firsts[0] ?? -1, lasts[0] ?? -1]
  let count = 0
  for (let entry = same.find(first, last, birth); entry >= 0 && count < SAME_MAX; entry = same.next(entry)) count += 1
  if (count >= SAME_MAX) return true
  same.add(0, first, last, birth)
  return false
}
