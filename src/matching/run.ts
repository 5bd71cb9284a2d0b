import { Comparer, type Evidence } from './compare.ts'
import { Guards } from './guards.ts'
import { type Group, Model, type Sides } from './model/index.ts'
import { NO_RIVAL, type PairColumns } from './pair-columns.ts'
import { Partners } from './partners.ts'
import { assertWithin, KeyIndex } from './people/index.ts'
import { posterior } from './prior.ts'
import { Rivals } from './rivals.ts'
import { Surroundings } from './surroundings.ts'
import type { Alias, MatchPass } from './types.ts'
import type { Weights } from './weights/index.ts'

/** Whether somebody still has no partner, or who gave one: a pass before the scores, or the scores. */
const OPEN = 0
const PLACED = 1
const SCORED = 2

/** What the passes share while they go through one group after the other. */
export class Run {
  readonly sides: Sides
  readonly model: Model
  readonly comparer: Comparer
  readonly around: Surroundings
  readonly guards: Guards
  /** Where pairs go: those of the group in hand, or of all. */
  pairs: PairColumns
  readonly partners: Partners
  readonly idIndex = new KeyIndex()
  /** Of the group in hand. */
  group: Group = { directory: new Int32Array(0), source: new Int32Array(0) }
  private readonly settledLeft: Uint8Array
  private readonly settledRight: Uint8Array
  private readonly vetoes: ReadonlySet<number>

  constructor(sides: Sides, of: RunOptions) {
    this.sides = sides
    this.pairs = of.pairs
    this.model = new Model(sides, of)
    this.comparer = new Comparer(this.model)
    const isPlaced = (side: 0 | 1, row: number): boolean => this.placeOf(side, row) === PLACED
    this.around = new Surroundings(sides, isPlaced)
    this.guards = new Guards(this.model, new Rivals(this.around, isPlaced))
    this.partners = new Partners(sides.directory.size, sides.source.size)
    this.settledLeft = new Uint8Array(sides.directory.size)
    this.settledRight = new Uint8Array(sides.source.size)
    this.vetoes = new Set(of.vetoed.map(([left, right]) => this.coupleKey(left, right)))
  }

  begin(group: Group): void {
    for (const row of group.directory) assertWithin(row, this.sides.directory.size, 'row of the directory')
    for (const row of group.source) assertWithin(row, this.sides.source.size, 'row of the source')
    this.group = group
    this.model.load(group)
    this.around.load(group)
  }

  end(): void {
    this.model.unload(this.group)
  }

  /** People on the larger side, at least 1: so many candidates has each person before looking. */
  get size(): number {
    return Math.max(this.group.directory.length, this.group.source.length, 1)
  }

  isSettled(side: 0 | 1, row: number): boolean {
    return this.placeOf(side, row) !== OPEN
  }

  isVetoed(left: number, right: number): boolean {
    return this.vetoes.size > 0 && this.vetoes.has(this.coupleKey(left, right))
  }

  isFree(left: number, right: number): boolean {
    return this.settledLeft[left] === OPEN && this.settledRight[right] === OPEN && !this.isVetoed(left, right)
  }

  /** `isScored`: by the scores, not by a pass before them. */
  settle(left: number, right: number, isScored = false): void {
    const place = isScored ? SCORED : PLACED
    this.settledLeft[left] = place
    this.settledRight[right] = place
  }

  /** A pair that no doubt is left about, by a pass before the scores. */
  take(evidence: Evidence, of: { readonly pass: MatchPass; readonly bits: number; readonly probability: number }): void {
    const { left, right } = evidence.pair
    const { pass, bits, probability } = of
    this.pairs.add({ left, right, isCertain: true, pass, bits, probability, pattern: evidence.pattern, guards: [], rival: NO_RIVAL })
    this.settle(left, right)
  }

  /** Takes two people who fit by the key of a pass, where nothing speaks against it; others stay for the scores, where their rivals are. */
  takeIfCertain(left: number, right: number, of: { readonly pass: MatchPass; readonly candidates: number }): void {
    if (!this.isFree(left, right)) return
    const evidence = this.comparer.look(left, right)
    const probability = posterior(evidence.bits, of.candidates)
    if (probability < this.model.weights.thresholds.certainFrom) return
    if (!this.guards.areSurelyNone(evidence) && this.guards.of(evidence).length > 0) return
    this.take(evidence, { pass: of.pass, bits: evidence.bits, probability })
  }

  private placeOf(side: 0 | 1, row: number): number {
    return (side === 0 ? this.settledLeft : this.settledRight)[row] ?? OPEN
  }

  private coupleKey(left: number, right: number): number {
    return left * this.sides.source.size + right
  }
}

export interface RunOptions {
  readonly isPupil: boolean
  readonly weights: Weights
  readonly aliases: readonly Alias[]
  /** Pairs that a person has parted, by their rows. */
  readonly vetoed: readonly (readonly [left: number, right: number])[]
  readonly pairs: PairColumns
}
