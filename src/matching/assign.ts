import { NO_RIVAL, type RivalRow } from './pair-columns.ts'
import type { Run } from './run.ts'
import type { Scored } from './scored.ts'

/**
 * Pairs one to one. Takes pairs in the order of `strongestFirst`; ids decide between equals, so the order of the rows does
 * not. A rival on either side takes from the chance of both, and one within the margin leaves the choice to a person.
 */
export function assign(run: Run, scored: Scored, candidates: number): void {
  const { thresholds } = run.model.weights
  const gone: Gone = { lefts: new Set(), rights: new Set() }
  const ours = new Standings((place) => gone.rights.has(scored.rightAt(place)))
  const theirs = new Standings((place) => gone.lefts.has(scored.leftAt(place)))
  for (let place = 0; place < scored.size; place += 1) {
    ours.note(scored.leftAt(place), place)
    theirs.note(scored.rightAt(place), place)
  }
  for (let place = 0; place < scored.size; place += 1) {
    const [left, right, bits] = [scored.leftAt(place), scored.rightAt(place), scored.bitsAt(place)]
    if (run.isSettled(0, left) || run.isSettled(1, right)) continue
    const probability = 2 ** bits / (Math.max(ours.sumOf(left, scored), theirs.sumOf(right, scored)) + candidates)
    if (probability < thresholds.possibleFrom) continue
    const rival = strongerRival(scored, ours.otherThan(place, left), theirs.otherThan(place, right))
    const hasRival = rival.row >= 0 && bits - rival.bits < thresholds.marginBits
    const evidence = run.comparer.look(left, right)
    const guards = [...run.guards.of(evidence), ...(hasRival ? (['guard.rival'] as const) : [])]
    const isCertain = probability >= thresholds.certainFrom && guards.length === 0
    run.pairs.add({ left, right, isCertain, pass: 'scored', probability, bits, pattern: evidence.pattern, guards, rival })
    run.settle(left, right, true)
    if (!isCertain) continue
    // whoever has a partner for certain takes no chance from anybody else any more
    gone.lefts.add(left)
    gone.rights.add(right)
    for (const it of ours.placesOf(left)) theirs.forget(scored.rightAt(it))
    for (const it of theirs.placesOf(right)) ours.forget(scored.leftAt(it))
  }
}

/** Who has been paired for certain. */
interface Gone {
  readonly lefts: Set<number>
  readonly rights: Set<number>
}

const NONE = -1

/** The other pairs of the two people of one pair: of the directory's person (with somebody else of the source), and of the other. */
function strongerRival(scored: Scored, ofLeft: number, ofRight: number): RivalRow {
  if (ofLeft === NONE && ofRight === NONE) return NO_RIVAL
  const isOfLeft = ofRight === NONE || (ofLeft !== NONE && scored.bitsAt(ofLeft) >= scored.bitsAt(ofRight))
  return isOfLeft
    ? { side: 'source', row: scored.rightAt(ofLeft), bits: scored.bitsAt(ofLeft) }
    : { side: 'directory', row: scored.leftAt(ofRight), bits: scored.bitsAt(ofRight) }
}

/** For each person of one side: its pairs, strongest first, and the sum of the weights of those who are not gone. */
class Standings {
  private readonly places = new Map<number, number[]>()
  private readonly sums = new Map<number, number>()
  private readonly isGone: (place: number) => boolean

  constructor(isGone: (place: number) => boolean) {
    this.isGone = isGone
  }

  note(row: number, place: number): void {
    const known = this.places.get(row)
    if (known) known.push(place)
    else this.places.set(row, [place])
  }

  placesOf(row: number): readonly number[] {
    return this.places.get(row) ?? []
  }

  sumOf(row: number, scored: Scored): number {
    const known = this.sums.get(row)
    if (known !== undefined) return known
    let sum = 0
    for (const place of this.placesOf(row)) if (!this.isGone(place)) sum += 2 ** scored.bitsAt(place)
    this.sums.set(row, sum)
    return sum
  }

  /** Somebody beside this person has gone: the sum is made anew when it is next asked for. */
  forget(row: number): void {
    this.sums.delete(row)
  }

  /** The best pair of a person but for this one. */
  otherThan(place: number, row: number): number {
    for (const it of this.placesOf(row)) if (it !== place && !this.isGone(it)) return it
    return NONE
  }
}
