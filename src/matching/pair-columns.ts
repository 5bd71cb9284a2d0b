import type { Guard } from './guards.ts'
import { roomFor } from './people/index.ts'
import type { MatchPass } from './types.ts'

const PASSES = ['decided', 'standing', 'identifier', 'exact', 'scored'] as const satisfies readonly MatchPass[]

/** Somebody else for one of the two of a pair; `row` -1: nobody. */
export interface RivalRow {
  /** The side that the rival stands on. */
  readonly side: 'directory' | 'source'
  readonly row: number
  readonly bits: number
}
export const NO_RIVAL: RivalRow = { side: 'source', row: -1, bits: 0 }

const NO_DOUBT: Pick<PairRow, 'guards' | 'rival'> = { guards: [], rival: NO_RIVAL }

/** A pair by the rows of its two people. */
export interface PairRow {
  readonly left: number
  readonly right: number
  readonly isCertain: boolean
  readonly pass: MatchPass
  /** 0 to 1. */
  readonly probability: number
  readonly bits: number
  /** `Evidence.pattern`: `reasonCodes` says what stands in it. */
  readonly pattern: number
  readonly guards: readonly Guard[]
  readonly rival: RivalRow
}

/** The pairs that were made, in columns; only those in doubt have an object, for their guards and rival. */
export class PairColumns {
  size = 0
  private lefts: Int32Array<ArrayBufferLike> = new Int32Array(64)
  private rights: Int32Array<ArrayBufferLike> = new Int32Array(64)
  /** Place in PASSES, times two, plus one for certain. */
  private kinds: Uint8Array<ArrayBufferLike> = new Uint8Array(64)
  private readonly doubts = new Map<number, Pick<PairRow, 'guards' | 'rival'>>()
  private numbers: Float64Array<ArrayBufferLike> = new Float64Array(192)

  add({ left, right, isCertain, pass, probability, bits, pattern, guards, rival }: PairRow): void {
    const place = this.size
    this.lefts = roomFor(this.lefts, place + 1)
    this.rights = roomFor(this.rights, place + 1)
    this.kinds = roomFor(this.kinds, place + 1)
    this.numbers = roomFor(this.numbers, place * 3 + 3)
    this.lefts[place] = left
    this.rights[place] = right
    this.kinds[place] = PASSES.indexOf(pass) * 2 + Number(isCertain)
    this.numbers[place * 3] = probability
    this.numbers[place * 3 + 1] = bits
    this.numbers[place * 3 + 2] = pattern
    if (guards.length > 0 || rival.row >= 0) this.doubts.set(place, { guards, rival })
    this.size += 1
  }

  leftAt(place: number): number {
    return this.lefts[place] ?? -1
  }

  at(place: number): PairRow {
    const kind = this.kinds[place] ?? 0
    const { guards, rival } = this.doubts.get(place) ?? NO_DOUBT
    return {
      left: this.lefts[place] ?? -1,
      right: this.rights[place] ?? -1,
      isCertain: kind % 2 === 1,
      pass: PASSES[kind >> 1] ?? 'scored',
      probability: this.numbers[place * 3] ?? 0,
      bits: this.numbers[place * 3 + 1] ?? 0,
      pattern: this.numbers[place * 3 + 2] ?? 0,
      guards,
      rival,
    }
  }
}
