/** Pairs kept at most, as a power of two: the common names of a country, met again in school after school. */
const BITS_MAX = 17
const BITS_MIN = 8

/**
 * Levels of pairs of spellings that were compared before. Each pair has one place and the last one there wins, so that
 * looking costs no more than a few steps and the memory stays at a megabyte.
 */
export class LevelCache {
  private readonly lefts: Int32Array
  private readonly rights: Int32Array
  private readonly levels: Uint8Array
  private readonly shift: number

  /** @param spellings how many different spellings there are */
  constructor(spellings: number) {
    const bits = Math.min(BITS_MAX, Math.max(BITS_MIN, Math.ceil(Math.log2(spellings + 1)) + 2))
    this.shift = 32 - bits
    this.lefts = new Int32Array(2 ** bits).fill(-1)
    this.rights = new Int32Array(2 ** bits)
    this.levels = new Uint8Array(2 ** bits)
  }

  /** The level, worked out by `levelOf` where it is not kept. */
  get(left: number, right: number, levelOf: (left: number, right: number) => number): number {
    const place = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> this.shift
    if (this.lefts[place] === left && this.rights[place] === right) return this.levels[place] ?? 0
    const level = levelOf(left, right)
    this.lefts[place] = left
    this.rights[place] = right
    this.levels[place] = level
    return level
  }
}
