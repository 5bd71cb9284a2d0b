import { bitsOf, type CodeFrequency, type Model } from '../model/index.ts'
import type { Name, NameTable, TraitRows } from '../people/index.ts'
import type { NameLevel, Odds } from '../weights/index.ts'
import { LevelCache } from './level-cache.ts'
import type { Finding } from './levels.ts'
import { forenameLevel, isSlip, NAME, RESEMBLING_FROM, surnameLevel } from './name-level.ts'

type InexactLevel = Exclude<NameLevel, 'exact'>
const INEXACT = ['nickname', 'spelling', 'part', 'similar', 'initial', 'resembling', 'different'] as const satisfies readonly InexactLevel[]

/** Compares the names of one box, and knows what each level is worth. */
export class NameScale {
  readonly frequency: CodeFrequency
  private readonly names: NameTable
  private readonly box: 'forename' | 'surname'
  private readonly model: Model
  private readonly cache: LevelCache
  /** By level: the bits by the weights alone, and m. */
  private readonly usual = new Float64Array(NAME.names.length + 1)
  private readonly shares = new Float64Array(NAME.names.length + 1)
  /** No level but `exact` (and a middle name used as first) is worth more than this. */
  readonly inexactMax: number

  constructor(model: Model, box: 'forename' | 'surname') {
    this.model = model
    this.box = box
    this.names = model.sides.vocabulary.names
    this.frequency = model[box]
    this.cache = new LevelCache(this.names.size)
    const levels: Readonly<Record<InexactLevel, Odds>> = model.weights[box].levels
    for (const level of INEXACT) this.declare(NAME.of[level], levels[level])
    this.declare(NAME.of.alias, levels.nickname)
    this.inexactMax = Math.max(...this.usual.subarray(NAME.of.alias, NAME.of.different))
  }

  get differentBits(): number {
    return this.usual[NAME.of.different] ?? 0
  }

  /** The level of two spellings; neither is -1. */
  levelOf(left: number, right: number): number {
    if (this.names.textOf(left) === this.names.textOf(right)) return NAME.of.exact
    if (!this.model.hasAliases && this.names.traits.areSurelyUnlike(left, right, RESEMBLING_FROM)) return NAME.of.different
    return this.cache.get(left, right, this.inexactLevel)
  }

  private readonly inexactLevel = (left: number, right: number): number => {
    const [one, other] = [this.names.nameOf(left), this.names.nameOf(right)]
    if (this.model.isAlias(this.box, one.text, other.text)) return NAME.of.alias
    return this.box === 'forename' ? forenameLevel(one, other) : surnameLevel(one, other)
  }

  /** The most that any level but exact agreement is worth for this name: a name like a common one says little. */
  inexactMostOf(spelling: number): number {
    const rate = this.frequency.rateBeside(this.names.textOf(spelling), 1)
    let most = 0
    for (let level = NAME.of.alias; level < NAME.of.different; level += 1) {
      most = Math.max(most, Math.min(this.usual[level] ?? 0, Math.log2((this.shares[level] ?? 0) / rate)))
    }
    return most
  }

  /** Writes the bits of names that are surely not alike, for all names of some people against one. */
  markDifferent(rows: TraitRows, [spelling, known]: readonly [spelling: number, known: number], into: Float64Array): void {
    if (spelling < 0 || known >= 0 || this.model.hasAliases) return
    rows.markUnlike(this.names.traits, spelling, { likeness: RESEMBLING_FROM, value: this.differentBits, into })
  }

  /** A name like a common one is met by chance as often as the common one, so the data counts at all levels but the weakest. */
  bitsAt(level: number, left: number, right: number): number {
    const text = this.names.textOf(left)
    if (level === NAME.of.exact) return this.frequency.bitsOfAgreement(text)
    const usual = this.usual[level] ?? 0
    if (level === NAME.of.different || level === NAME.of.initial) return usual
    const rate = Math.max(this.frequency.rateBeside(text, 1), this.frequency.rateBeside(this.names.textOf(right), 1))
    return Math.min(usual, Math.log2((this.shares[level] ?? 0) / rate))
  }

  /** The names of two people, legal and known-as, that say most for the pair; nothing where one has none. */
  compare(names: readonly [left: number, knownLeft: number, right: number, knownRight: number], into: Finding): void {
    into.clear()
    const [left, knownLeft, right, knownRight] = names
    this.compareTwo(left, right, into)
    if (knownLeft < 0 && knownRight < 0) return
    this.compareTwo(left, knownRight, into)
    this.compareTwo(knownLeft, right, into)
    this.compareTwo(knownLeft, knownRight, into)
  }

  private compareTwo(left: number, right: number, into: Finding): void {
    if (left < 0 || right < 0) return
    const level = this.levelOf(left, right)
    const bits = this.bitsAt(level, left, right)
    if (into.level === 0 || bits > into.bits) into.set(level, bits, left, right)
  }

  private declare(level: number, odds: Odds): void {
    this.usual[level] = bitsOf(odds)
    this.shares[level] = odds.m
  }
}

/** Whether two names may well be one: equal, a short form, a part, or a slip of the pen. Not whether that is rare: that is in the bits. */
export function agrees({ level, left, right }: Finding, names: NameTable): boolean {
  if (level === NAME.of.resembling) return isSlip(names.nameOf(left), names.nameOf(right))
  return level !== 0 && level !== NAME.of.different && level !== NAME.of.initial
}

/** Letters of a short form at least: fewer begin too many names. */
const CUT_LENGTH_MIN = 3

/** What a short form ends with behind the letters it keeps ("Raphie", "Nikoy"). */
const DIMINUTIVE = /^(?:|y|ie|ey|i|o)$/u

/** One name begins the other ("Ada" for "Adaeze"), or does but for the ending of a short form. */
export function isCutShort(left: Name, right: Name): boolean {
  const [short, long] = left.text.length < right.text.length ? [left.text, right.text] : [right.text, left.text]
  let kept = 0
  while (kept < short.length && short[kept] === long[kept]) kept += 1
  return kept >= CUT_LENGTH_MIN && DIMINUTIVE.test(short.slice(kept))
}
