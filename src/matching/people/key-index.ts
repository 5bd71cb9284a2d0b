import { roomFor } from './growing.ts'

/**
 * Rows by a key of three numbers; several rows may share one. Made once and used again for one group after the other,
 * so that a thousand schools cost no thousand tables.
 */
export class KeyIndex {
  private slots = new Int32Array(64)
  private mask = 63
  private rows: Int32Array<ArrayBufferLike> = new Int32Array(64)
  private nexts: Int32Array<ArrayBufferLike> = new Int32Array(64)
  private keys: Int32Array<ArrayBufferLike> = new Int32Array(64 * 3)
  private count = 0

  /** Forgets everything, and makes room for about so many entries. */
  clear(expected: number): void {
    let size = 64
    while (size < expected * 2) size *= 2
    if (this.slots.length < size) this.slots = new Int32Array(size)
    else this.slots.fill(0, 0, size)
    this.mask = size - 1
    this.count = 0
    this.rows = roomFor(this.rows, expected)
    this.nexts = roomFor(this.nexts, expected)
    this.keys = roomFor(this.keys, expected * 3)
  }

  add(row: number, first: number, second = 0, third = 0): void {
    if (this.count * 2 > this.mask) this.spread()
    const slot = this.slotOf(first, second, third)
    const entry = this.count
    this.rows = roomFor(this.rows, entry + 1)
    this.nexts = roomFor(this.nexts, entry + 1)
    this.keys = roomFor(this.keys, entry * 3 + 3)
    this.rows[entry] = row
    this.nexts[entry] = this.slots[slot] ?? 0
    this.keys[entry * 3] = first
    this.keys[entry * 3 + 1] = second
    this.keys[entry * 3 + 2] = third
    this.slots[slot] = entry + 1
    this.count += 1
  }

  /** The first entry with this key, or -1. Go on with `next`; `rowAt` says whose it is. */
  find(first: number, second = 0, third = 0): number {
    return (this.slots[this.slotOf(first, second, third)] ?? 0) - 1
  }

  next(entry: number): number {
    return (this.nexts[entry] ?? 0) - 1
  }

  rowAt(entry: number): number {
    return this.rows[entry] ?? -1
  }

  /** The slot that holds this key, or the free one where it would stand. */
  private slotOf(first: number, second: number, third: number): number {
    let slot = hashOf(first, second, third) & this.mask
    for (;;) {
      const entry = (this.slots[slot] ?? 0) - 1
      if (entry < 0) return slot
      const at = entry * 3
      if (this.keys[at] === first && this.keys[at + 1] === second && this.keys[at + 2] === third) return slot
      slot = (slot + 1) & this.mask
    }
  }

  private spread(): void {
    const chains = this.slots.slice(0, this.mask + 1)
    this.slots = new Int32Array((this.mask + 1) * 4)
    this.mask = this.slots.length - 1
    for (const head of chains) {
      if (head === 0) continue
      const at = (head - 1) * 3
      this.slots[this.slotOf(this.keys[at] ?? 0, this.keys[at + 1] ?? 0, this.keys[at + 2] ?? 0)] = head
    }
  }
}

function hashOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b) ^ Math.imul(third + 0x165667b1, 0xc2b2ae35)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
