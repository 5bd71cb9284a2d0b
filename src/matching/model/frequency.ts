import { roomFor } from '../people/index.ts'
import type { BaseRate } from '../weights/index.ts'

/** How common each value is among the people of both sides, drawn to the base rate of the weights while they are few. */
abstract class Frequency {
  private carriers = 0
  private readonly base: BaseRate

  constructor(base: BaseRate) {
    this.base = base
  }

  /** On how many records the value stands. */
  abstract countOf(value: number): number

  /**
   * Share of people who carry the value beside the records of the pair that is looked at (2 when it stands on both, else 1):
   * the chance to meet it in somebody else. Above 0.
   */
  rateBeside(value: number, own: 1 | 2): number {
    const { rate, weight } = this.base
    return (Math.max(0, this.countOf(value) - own) + weight * rate) / (this.carriers + weight)
  }

  /** Bits for two who agree in this value. */
  bitsOfAgreement(value: number): number {
    return Math.log2(this.base.m / this.rateBeside(value, 2))
  }

  protected get isEmpty(): boolean {
    return this.carriers === 0
  }

  /** `carriers` people more have a value at all; one who has two values is one carrier. */
  protected carry(carriers: number): void {
    this.carriers += carriers
  }
}

/** Counts by the codes of a dictionary. */
export class CodeFrequency extends Frequency {
  private counts: Int32Array<ArrayBufferLike> = new Int32Array(0)

  countOf(value: number): number {
    return this.counts[value] ?? 0
  }

  /** Adds (1) or takes away (-1) one person with one or two values; -1 for none. */
  count(by: 1 | -1, value: number, second = -1): void {
    if (value >= 0) this.bump(value, by)
    if (second >= 0 && second !== value) this.bump(second, by)
    if (value >= 0 || second >= 0) this.carry(by)
  }

  private bump(value: number, by: 1 | -1): void {
    this.counts = roomFor(this.counts, value + 1)
    this.counts[value] = (this.counts[value] ?? 0) + by
  }
}

const SLOTS_MIN = 1024

/** Counts of birth dates, whose packed numbers are too far apart for an array: in a hash table of numbers, emptied when nobody is left in it. */
export class BirthFrequency extends Frequency {
  private keys = new Int32Array(SLOTS_MIN)
  private counts = new Int32Array(SLOTS_MIN)
  private taken = 0

  countOf(value: number): number {
    return this.counts[this.slotOf(value)] ?? 0
  }

  count(by: 1 | -1, value: number): void {
    if (value === 0) return
    const slot = this.slotOf(value)
    if (this.keys[slot] === 0) {
      this.keys[slot] = value
      this.taken += 1
    }
    this.counts[slot] = (this.counts[slot] ?? 0) + by
    this.carry(by)
    if (this.isEmpty) this.clear()
    else if (this.taken * 2 > this.keys.length) this.spread()
  }

  /** Where a date stands, or would; 0 is no date. */
  private slotOf(value: number): number {
    const mask = this.keys.length - 1
    let slot = (Math.imul(value, 0x9e3779b1) >>> 12) & mask
    while (this.keys[slot] !== value && this.keys[slot] !== 0) slot = (slot + 1) & mask
    return slot
  }

  private clear(): void {
    this.keys.fill(0)
    this.counts.fill(0)
    this.taken = 0
  }

  private spread(): void {
    const { keys, counts } = this
    this.keys = new Int32Array(keys.length * 4)
    this.counts = new Int32Array(keys.length * 4)
    for (const [at, key] of keys.entries()) {
      if (key === 0) continue
      const slot = this.slotOf(key)
      this.keys[slot] = key
      this.counts[slot] = counts[at] ?? 0
    }
  }
}
