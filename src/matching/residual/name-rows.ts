import type { NameScale } from '../comparisons/index.ts'
import { type NameTable, roomFor, TraitRows } from '../people/index.ts'

/** Number of name pairs whose bits are kept; beyond it they are worked out again, to bound memory (8 bytes each). */
const KEPT_MAX = 8_000_000

/** More texts than a run can have: two of them make one number. */
const TEXTS_MAX = 2 ** 26

/** One or two spellings of a name, legal and known-as; -1 for none. */
export type Spellings = readonly [spelling: number, known: number]

/**
 * The bits of the names of one box, for everybody on one side against one name of the other: worked out once for each
 * pair of names, not once for each pair of people.
 */
export class NameRows {
  /** Which of the different names of this side each place has. */
  readonly codes: Int32Array
  private readonly scale: NameScale
  private readonly names: NameTable
  /** The legal and the known-as spelling of each place. */
  private readonly own: Int32Array
  private readonly distinct: Spellings[] = []
  private readonly traits: TraitRows
  /** By `keyOf`. */
  private readonly codeOfName = new Map<number, number>()
  /** Codes of those who have a legal and a known-as name. */
  private readonly doubles: number[] = []
  private readonly rows = new Map<number, number>()
  kept: Float64Array<ArrayBufferLike> = new Float64Array(0)
  private used = 0

  constructor(scale: NameScale, names: NameTable, people: readonly Spellings[]) {
    this.scale = scale
    this.names = names
    this.codes = new Int32Array(people.length)
    this.own = new Int32Array(people.length * 2)
    const known = this.codeOfName
    for (const [place, spellings] of people.entries()) {
      const key = this.keyOf(spellings)
      let code = known.get(key)
      if (code === undefined) {
        code = this.distinct.length
        known.set(key, code)
        this.distinct.push(spellings)
        if (spellings[1] >= 0) this.doubles.push(code)
      }
      this.codes[place] = code
      this.own[place * 2] = spellings[0]
      this.own[place * 2 + 1] = spellings[1]
    }
    this.traits = new TraitRows(names.traits, this.distinct)
  }

  /** Equal for people whose legal and known-as names are equal. */
  keyOf([spelling, known]: Spellings): number {
    const text = this.names.textOf(spelling)
    return known < 0 ? text : (this.names.textOf(known) + 1) * TEXTS_MAX + text
  }

  /**
   * Where the row of one name of the other side begins in `kept`: bits by code, NaN where they are neither the same nor surely
   * unlike and nobody has asked yet. Whoever has two names stands in it at once.
   */
  rowOf(spellings: Spellings): number {
    const key = this.keyOf(spellings)
    const known = this.rows.get(key)
    if (known !== undefined) return known
    const width = this.distinct.length
    if (this.used + width > KEPT_MAX) {
      this.rows.clear()
      this.used = 0
    }
    const row = this.used
    this.used += width
    this.kept = roomFor(this.kept, this.used)
    this.kept.fill(Number.NaN, row, this.used)
    this.rows.set(key, row)
    this.scale.markDifferent(this.traits, spellings, this.kept.subarray(row, this.used))
    const same = this.codeOfName.get(key)
    if (same !== undefined) this.kept[row + same] = this.bitsOf(spellings, spellings)
    for (const code of this.doubles) this.kept[row + code] = this.bitsOf(this.distinct[code] ?? [-1, -1], spellings)
    return row
  }

  /** The most that a place of a row can come to which is not known yet. */
  unknownMost(spellings: Spellings): number {
    const [spelling, known] = spellings
    return known >= 0 || spelling < 0 ? this.most(spellings) : this.scale.inexactMostOf(spelling)
  }

  /** The best bits among the names of two people; 0 where one has none. */
  bits(place: number, other: Spellings, row: number): number {
    const code = this.codes[place] ?? 0
    const kept = this.kept[row + code] ?? Number.NaN
    if (!Number.isNaN(kept)) return kept
    const bits = this.bitsOf(this.distinct[code] ?? [-1, -1], other)
    this.kept[row + code] = bits
    return bits
  }

  /** The same without a row: for few people of many. */
  bitsBeside(place: number, other: Spellings): number {
    const own = this.own[place * 2] ?? -1
    const known = this.own[place * 2 + 1] ?? -1
    if (known >= 0 || other[1] >= 0) return this.bitsOf([own, known], other)
    return own < 0 || other[0] < 0 ? 0 : this.one(own, other[0])
  }

  /** No level of these names is worth more; 0 where there are none. */
  most(spellings: Spellings): number {
    let most = 0
    for (const it of spellings) if (it >= 0) most = Math.max(most, this.scale.frequency.bitsOfAgreement(this.names.textOf(it)))
    return Math.max(most, this.scale.inexactMax)
  }

  /** No level but exact agreement is worth more. */
  get inexactMost(): number {
    return this.scale.inexactMax
  }

  private bitsOf([left, knownLeft]: Spellings, [right, knownRight]: Spellings): number {
    const best = Math.max(this.one(left, right), this.one(left, knownRight), this.one(knownLeft, right), this.one(knownLeft, knownRight))
    return best === Number.NEGATIVE_INFINITY ? 0 : best
  }

  private one(left: number, right: number): number {
    return left < 0 || right < 0 ? Number.NEGATIVE_INFINITY : this.scale.bitsAt(this.scale.levelOf(left, right), left, right)
  }
}
