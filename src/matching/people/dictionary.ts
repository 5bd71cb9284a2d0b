import { numbers, roomFor } from './growing.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const SLOTS_MIN = 64

/** Numbers instead of texts: each distinct text has a code, counted from 0 in the order of arrival. */
export interface TextsByCode {
  readonly size: number
  textOf(code: number): string
  /** By bytes of UTF-8: negative, 0 or positive; the same on every machine and in every language setting. */
  compare(code: number, other: number): number
}

/** What a dictionary consists of, to be handed to another thread. */
export interface DictionaryParts {
  readonly bytes: Uint8Array
  readonly ends: Int32Array
  readonly size: number
}

/**
 * Texts as bytes one behind the other, found again through a hash table with open addressing. A million names take
 * their own bytes and twelve more, no object each.
 */
export class Dictionary implements TextsByCode {
  private bytes: Uint8Array<ArrayBufferLike> = new Uint8Array(1024)
  /** Where the text of a code ends; it begins where the one before ends. */
  private ends: Int32Array<ArrayBufferLike> = new Int32Array(SLOTS_MIN)
  private hashes: Int32Array<ArrayBufferLike> = new Int32Array(SLOTS_MIN)
  /** Code + 1 by slot; 0: free. At most half are taken. Empty until somebody looks for a text, where the texts were handed over. */
  private slots = new Int32Array(SLOTS_MIN * 2)
  private count = 0
  private scratch: Uint8Array<ArrayBufferLike> = new Uint8Array(256)

  get size(): number {
    return this.count
  }

  /** Makes room at once for so many texts of so many bytes in all. */
  expect(texts: number, bytes: number): void {
    this.bytes = roomFor(this.bytes, bytes)
    this.ends = roomFor(this.ends, texts)
    this.hashes = roomFor(this.hashes, texts)
    let slots = this.slots.length
    while (slots < texts * 2) slots *= 2
    if (slots > this.slots.length) this.fill(slots)
  }

  /** The code of a text; a new one for a new text. */
  codeOf(text: string): number {
    const end = this.encode(text) // may make the scratch anew
    return this.codeOfBytes(this.scratch, 0, end)
  }

  /** The same for the text that stands in these bytes as UTF-8. */
  codeOfBytes(from: Uint8Array, start: number, end: number): number {
    if (this.slots.length === 0) this.makeSlots()
    const hash = hashOf(from, start, end)
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (;;) {
      const code = (this.slots[slot] ?? 0) - 1
      if (code < 0) return this.add({ from, start, end, hash, slot })
      if (this.hashes[code] === hash && this.isAt(code, from, start, end)) return code
      slot = (slot + 1) & mask
    }
  }

  /** The code of a text, or -1 where it is not here. */
  find(text: string): number {
    if (this.slots.length === 0) this.makeSlots()
    const end = this.encode(text)
    const hash = hashOf(this.scratch, 0, end)
    const mask = this.slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = (this.slots[slot] ?? 0) - 1
      if (code < 0 || (this.hashes[code] === hash && this.isAt(code, this.scratch, 0, end))) return code
    }
  }

  textOf(code: number): string {
    return decoder.decode(this.bytes.subarray(this.startOf(code), this.ends[code] ?? 0))
  }

  /** Copies the bytes of a text; gives the place behind them. */
  copyTo(code: number, into: Uint8Array, at: number): number {
    const start = this.startOf(code)
    const end = this.ends[code] ?? 0
    for (let from = start; from < end; from += 1) into[at + from - start] = this.bytes[from] ?? 0
    return at + end - start
  }

  lengthOf(code: number): number {
    return (this.ends[code] ?? 0) - this.startOf(code)
  }

  byteAt(code: number, place: number): number {
    const at = this.startOf(code) + place
    return at < (this.ends[code] ?? 0) ? (this.bytes[at] ?? 0) : 0
  }

  compare(code: number, other: number): number {
    const [start, otherStart] = [this.startOf(code), this.startOf(other)]
    const shared = Math.min(this.lengthOf(code), this.lengthOf(other))
    for (let place = 0; place < shared; place += 1) {
      const apart = (this.bytes[start + place] ?? 0) - (this.bytes[otherStart + place] ?? 0)
      if (apart !== 0) return apart
    }
    return this.lengthOf(code) - this.lengthOf(other)
  }

  /** All texts, in arrays of exactly their size. */
  parts(): DictionaryParts {
    return { bytes: this.bytes.subarray(0, this.startOf(this.count)), ends: this.ends.subarray(0, this.count), size: this.count }
  }

  /** A dictionary of the same codes, to be read and added to, also in another thread. The arrays are used, never written. */
  static from({ bytes, ends, size }: DictionaryParts): Dictionary {
    const copy = new Dictionary()
    copy.bytes = bytes
    copy.ends = ends
    copy.count = size
    copy.slots = new Int32Array(0)
    return copy
  }

  /** The texts of these codes, each once; their codes are their places here. `isShared`: other threads may see them. */
  reordered(order: Int32Array, isShared: boolean): Dictionary {
    let size = 0
    for (const code of order) size += this.lengthOf(code)
    const bytes = isShared ? new Uint8Array(new SharedArrayBuffer(size)) : new Uint8Array(size)
    const ends = numbers(order.length, isShared)
    let to = 0
    for (let place = 0; place < order.length; place += 1) {
      const code = order[place] ?? 0
      const end = this.ends[code] ?? 0
      for (let from = this.startOf(code); from < end; from += 1, to += 1) bytes[to] = this.bytes[from] ?? 0
      ends[place] = to
    }
    return Dictionary.from({ bytes, ends, size: order.length })
  }

  private startOf(code: number): number {
    return code === 0 ? 0 : (this.ends[code - 1] ?? 0)
  }

  /** Lone surrogates become U+FFFD, as everywhere where text turns into UTF-8. */
  private encode(text: string): number {
    if (this.scratch.length < text.length * 3) this.scratch = new Uint8Array(text.length * 3)
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at)
      if (letter > 127) return encoder.encodeInto(text, this.scratch).written
      this.scratch[at] = letter
    }
    return text.length
  }

  private isAt(code: number, from: Uint8Array, start: number, end: number): boolean {
    const own = this.startOf(code)
    const length = end - start
    if ((this.ends[code] ?? 0) - own !== length) return false
    for (let place = 0; place < length; place += 1) if (this.bytes[own + place] !== from[start + place]) return false
    return true
  }

  private add({ from, start, end, hash, slot }: { from: Uint8Array; start: number; end: number; hash: number; slot: number }): number {
    const code = this.count
    const at = code === 0 ? 0 : (this.ends[code - 1] ?? 0)
    this.bytes = roomFor(this.bytes, at + end - start)
    this.ends = roomFor(this.ends, code + 1)
    this.hashes = roomFor(this.hashes, code + 1)
    for (let place = start; place < end; place += 1) this.bytes[at + place - start] = from[place] ?? 0
    this.ends[code] = at + end - start
    this.hashes[code] = hash
    this.slots[slot] = code + 1
    this.count += 1
    if (this.count * 2 > this.slots.length) this.spread()
    return code
  }

  /** Hashes texts that were handed over. */
  private makeSlots(): void {
    this.hashes = new Int32Array(Math.max(SLOTS_MIN, this.count))
    for (let code = 0; code < this.count; code += 1) this.hashes[code] = hashOf(this.bytes, this.startOf(code), this.ends[code] ?? 0)
    let size = SLOTS_MIN
    while (size < this.count * 2 + 2) size *= 2
    this.fill(size)
  }

  private spread(): void {
    this.fill(this.slots.length * 4)
  }

  private fill(slots: number): void {
    this.slots = new Int32Array(slots)
    const mask = this.slots.length - 1
    for (let code = 0; code < this.count; code += 1) {
      let slot = (this.hashes[code] ?? 0) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = code + 1
    }
  }
}

/** FNV-1a over four bytes at a time, stirred at the end so that its low bits spread. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 ^ (end - start)
  let at = start
  for (; at + 3 < end; at += 4) {
    const four = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
    hash = Math.imul(hash ^ four, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  for (; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
