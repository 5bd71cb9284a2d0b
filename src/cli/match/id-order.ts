import type { Dictionary } from '../../matching/index.ts'

/** Whole numbers that a double holds exactly. */
const EXACT = 2 ** 53
/** A number holds no more letters than it has bits. */
const LETTERS_MAX = 53

/**
 * Sorts rows by the bytes of their ids. As many letters behind the common beginning as fit are packed with the place into
 * one number, so that numbers are sorted; only equal ones are compared.
 */
export function sortById(rows: Int32Array, ids: Dictionary): void {
  const count = rows.length
  const keys = new Float64Array(count)
  const letters = new Letters(rows, ids)
  const factor = 2 ** Math.ceil(Math.log2(Math.max(2, count)))
  let isSorted = true
  for (let place = 0; place < count; place += 1) {
    keys[place] = letters.keyOf(rows[place] ?? 0, EXACT / factor) * factor + place
    isSorted &&= place === 0 || Math.floor((keys[place] ?? 0) / factor) > Math.floor((keys[place - 1] ?? 0) / factor)
  }
  if (isSorted) return
  keys.sort()
  const sorted = new Int32Array(count)
  for (let at = 0; at < count; at += 1) sorted[at] = rows[(keys[at] ?? 0) % factor] ?? 0
  const keyAt = (at: number): number => Math.floor((keys[at] ?? 0) / factor)
  for (let start = 0; start < count; ) {
    let end = start + 1
    while (end < count && keyAt(end) === keyAt(start)) end += 1
    if (end - start > 1) sorted.subarray(start, end).sort((one, other) => ids.compare(one, other))
    start = end
  }
  rows.set(sorted)
}

/** The letters in which some texts differ: where they begin, and which there are. */
class Letters {
  private readonly bytes: Uint8Array
  private readonly ends: Int32Array
  private readonly from: number
  /** Order of a byte; 0 for the end of a text, and for NUL. */
  private readonly ranks = new Int32Array(256)
  private readonly radix: number

  constructor(rows: Int32Array, ids: Dictionary) {
    const { bytes, ends } = ids.parts()
    this.bytes = bytes
    this.ends = ends
    this.from = this.commonBeginning(rows)
    for (const row of rows) {
      const end = Math.min(this.endOf(row), this.startOf(row) + this.from + LETTERS_MAX)
      for (let at = this.startOf(row) + this.from; at < end; at += 1) this.ranks[bytes[at] ?? 0] = 1
    }
    let radix = 1
    this.ranks[0] = 0
    for (let byte = 1; byte < this.ranks.length; byte += 1) {
      if (this.ranks[byte] === 0) continue
      this.ranks[byte] = radix
      radix += 1
    }
    this.radix = Math.max(radix, 2)
  }

  /** A number below `room`, in the order of the texts as far as it goes. */
  keyOf(row: number, room: number): number {
    const { bytes, ranks, radix } = this
    const end = this.endOf(row)
    let key = 0
    let at = this.startOf(row) + this.from
    for (let left = room / radix; left >= 1; left /= radix, at += 1) key = key * radix + (at < end ? (ranks[bytes[at] ?? 0] ?? 0) : 0)
    return key
  }

  private startOf(row: number): number {
    return row === 0 ? 0 : (this.ends[row - 1] ?? 0)
  }

  private endOf(row: number): number {
    return this.ends[row] ?? 0
  }

  private commonBeginning(rows: Int32Array): number {
    const { bytes } = this
    const first = rows[0] ?? 0
    const start = this.startOf(first)
    let same = rows.length === 0 ? 0 : this.endOf(first) - start
    for (const row of rows) {
      const own = this.startOf(row)
      const most = Math.min(same, this.endOf(row) - own)
      same = 0
      while (same < most && bytes[own + same] === bytes[start + same]) same += 1
    }
    return same
  }
}
