import type { Dictionary } from '../../matching/index.ts'

/** Whole numbers that a double holds exactly. */
const EXACT = 2 ** 53
/** A number holds no more letters than it has bits. */
const LETTERS_MAX = 53

/**
 * Sorts rows by the bytes of their ids. As many letters behind the common beginning of all ids as fit are packed with the
 * place into one number, so that numbers are sorted; only equal ones are compared.
 */
export class IdOrder {
  private readonly ids: Dictionary
  private readonly keys: Float64Array
  /** Above every place. */
  private readonly factor: number

  constructor(ids: Dictionary) {
    this.ids = ids
    this.factor = 2 ** Math.ceil(Math.log2(Math.max(2, ids.size)))
    this.keys = keysOf(ids, EXACT / this.factor)
  }

  sort(rows: Int32Array): void {
    const { keys, ids, factor } = this
    const packed = new Float64Array(rows.length)
    let last = -1
    let isSorted = true
    for (let place = 0; place < rows.length; place += 1) {
      const key = keys[rows[place] ?? 0] ?? 0
      isSorted &&= key > last
      last = key
      packed[place] = key * factor + place
    }
    if (isSorted) return
    packed.sort()
    const sorted = new Int32Array(rows.length)
    for (let at = 0; at < rows.length; at += 1) sorted[at] = rows[(packed[at] ?? 0) % factor] ?? 0
    const keyAt = (at: number): number => keys[sorted[at] ?? 0] ?? 0
    for (let start = 0; start < rows.length; ) {
      let end = start + 1
      while (end < rows.length && keyAt(end) === keyAt(start)) end += 1
      if (end - start > 1) sorted.subarray(start, end).sort((one, other) => ids.compare(one, other))
      start = end
    }
    rows.set(sorted)
  }
}

/** A number below `room` for each text, in the order of the texts as far as it goes. */
function keysOf(ids: Dictionary, room: number): Float64Array {
  const { bytes, ends, size } = ids.parts()
  const keys = new Float64Array(size)
  const common = commonBeginning(bytes, ends)
  const { ranks, radix } = ranksOf(bytes, ends, common)
  let letters = 0
  for (let left = room / radix; left >= 1; left /= radix) letters += 1
  let start = 0
  for (let code = 0; code < size; code += 1) {
    const end = ends[code] ?? 0
    let key = 0
    for (let at = start + common; at < start + common + letters; at += 1) key = key * radix + (at < end ? (ranks[bytes[at] ?? 0] ?? 0) : 0)
    keys[code] = key
    start = end
  }
  return keys
}

function commonBeginning(bytes: Uint8Array, ends: Int32Array): number {
  let same = ends[0] ?? 0
  let start = 0
  for (const end of ends) {
    const most = Math.min(same, end - start)
    same = 0
    while (same < most && bytes[start + same] === bytes[same]) same += 1
    start = end
  }
  return same
}

/** The order of the bytes that stand behind the common beginning; 0 for the end of a text, and for NUL. */
function ranksOf(bytes: Uint8Array, ends: Int32Array, common: number): { readonly ranks: Int32Array; readonly radix: number } {
  const ranks = new Int32Array(256)
  let start = 0
  for (const end of ends) {
    for (let at = start + common; at < Math.min(end, start + common + LETTERS_MAX); at += 1) ranks[bytes[at] ?? 0] = 1
    start = end
  }
  let radix = 1
  ranks[0] = 0
  for (let byte = 1; byte < ranks.length; byte += 1) {
    if (ranks[byte] === 0) continue
    ranks[byte] = radix
    radix += 1
  }
  return { ranks, radix: Math.max(radix, 2) }
}
