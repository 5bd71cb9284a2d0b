import type { Dictionary } from '../../matching/index.ts'

/** Whole numbers that a double holds exactly. */
const EXACT = 2 ** 53

/**
 * The places 0 to `count` - 1 in the order of the texts they stand for, by bytes. As many letters behind the common
 * beginning as fit are packed with the place into one number, so that numbers are sorted; only equal ones are compared.
 */
export function inTextOrder(texts: Dictionary, count: number, codeAt: (place: number) => number): Float64Array {
  const keys = new Float64Array(count)
  const { from, ranks, radix } = lettersOf(texts, count, codeAt)
  let letters = 0
  for (let room = EXACT / Math.max(1, count); room >= radix; room /= radix) letters += 1
  for (let place = 0; place < count; place += 1) {
    let key = 0
    for (let at = from; at < from + letters; at += 1) key = key * radix + (ranks[texts.byteAt(codeAt(place), at)] ?? 0)
    keys[place] = key * count + place
  }
  keys.sort()
  sortEqual(keys, count, (one, other) => texts.compare(codeAt(one % count), codeAt(other % count)))
  for (let at = 0; at < count; at += 1) keys[at] = (keys[at] ?? 0) % count
  return keys
}

/** Where the texts begin to differ, and the order of the bytes that stand behind: 0 for the end of a text (and for NUL). */
function lettersOf(texts: Dictionary, count: number, codeAt: (place: number) => number) {
  const first = codeAt(0)
  let from = count === 0 ? 0 : texts.lengthOf(first)
  for (let place = 1; place < count; place += 1) {
    let same = 0
    while (same < from && texts.byteAt(codeAt(place), same) === texts.byteAt(first, same)) same += 1
    from = same
  }
  const isUsed = new Uint8Array(256)
  for (let place = 0; place < count; place += 1) {
    const code = codeAt(place)
    const end = Math.min(texts.lengthOf(code), from + LETTERS_MAX)
    for (let at = from; at < end; at += 1) isUsed[texts.byteAt(code, at)] = 1
  }
  const ranks = new Int32Array(256)
  let radix = 1
  for (let byte = 1; byte < ranks.length; byte += 1) {
    if (isUsed[byte] === 0) continue
    ranks[byte] = radix
    radix += 1
  }
  return { from, ranks, radix: Math.max(radix, 2) }
}

/** A number holds no more letters than it has bits. */
const LETTERS_MAX = 53

function sortEqual(keys: Float64Array, count: number, compare: (one: number, other: number) => number): void {
  const keyAt = (at: number): number => Math.floor((keys[at] ?? 0) / count)
  for (let start = 0; start < keys.length; ) {
    let end = start + 1
    while (end < keys.length && keyAt(end) === keyAt(start)) end += 1
    if (end - start > 1) keys.subarray(start, end).sort(compare)
    start = end
  }
}
