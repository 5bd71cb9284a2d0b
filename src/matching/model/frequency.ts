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

/** Counts of birth dates, whose packed numbers are too far apart for an array. */
export class BirthFrequency extends Frequency {
  private readonly counts = new Map<number, number>()

  countOf(value: number): number {
    return this.counts.get(value) ?? 0
  }

  count(by: 1 | -1, value: number): void {
    if (value === 0) return
    const now = this.countOf(value) + by
    if (now === 0) this.counts.delete(value)
    else this.counts.set(value, now)
    this.carry(by)
  }
}
