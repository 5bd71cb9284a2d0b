import { NO_RIVAL, type RivalRow } from './pair-columns.ts'
import { roomFor } from './people/index.ts'
import type { Run } from './run.ts'
import type { Scored } from './scored.ts'

/**
 * Pairs one to one. Takes pairs in the order of `strongestFirst`; ids decide between equals, so the order of the rows does
 * not. A rival on either side takes from the chance of both, and one within the margin leaves the choice to a person.
 */
export function assign(run: Run, scored: Scored, candidates: number): void {
  const { thresholds } = run.model.weights
  const [ours, theirs] = [new Standings(), new Standings()]
  for (let place = 0; place < scored.size; place += 1) {
    ours.note(scored.leftAt(place), place, scored.bitsAt(place))
    theirs.note(scored.rightAt(place), place, scored.bitsAt(place))
  }
  for (let place = 0; place < scored.size; place += 1) {
    const [left, right, bits] = [scored.leftAt(place), scored.rightAt(place), scored.bitsAt(place)]
    if (run.isSettled(0, left) || run.isSettled(1, right)) continue
    const probability = 2 ** bits / (Math.max(ours.sumOf(left), theirs.sumOf(right)) + candidates)
    if (probability < thresholds.possibleFrom) continue
    const rival = strongerRival(scored, ours.otherThan(place, left), theirs.otherThan(place, right))
    const hasRival = rival.row >= 0 && bits - rival.bits < thresholds.marginBits
    const evidence = run.comparer.look(left, right)
    const guards = [...run.guards.of(evidence), ...(hasRival ? (['guard.rival'] as const) : [])]
    const isCertain = probability >= thresholds.certainFrom && guards.length === 0
    run.pairs.add({ left, right, isCertain, pass: 'scored', probability, bits, pattern: evidence.pattern, guards, rival })
    run.settle(left, right, true)
  }
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

/** For each person of one side: the sum of the weights of its pairs, and its two best. Pairs come strongest first. */
class Standings {
  private readonly numbers = new Map<number, number>()
  private sums: Float64Array<ArrayBufferLike> = new Float64Array(64)
  private firsts: Int32Array<ArrayBufferLike> = new Int32Array(64)
  private seconds: Int32Array<ArrayBufferLike> = new Int32Array(64)

  note(row: number, place: number, bits: number): void {
    let number = this.numbers.get(row)
    if (number === undefined) {
      number = this.numbers.size
      this.numbers.set(row, number)
      this.sums = roomFor(this.sums, number + 1)
      this.firsts = roomFor(this.firsts, number + 1)
      this.seconds = roomFor(this.seconds, number + 1)
      this.sums[number] = 0
      this.firsts[number] = place
      this.seconds[number] = NONE
    } else if (this.seconds[number] === NONE) this.seconds[number] = place
    this.sums[number] = (this.sums[number] ?? 0) + 2 ** bits
  }

  sumOf(row: number): number {
    return this.sums[this.numbers.get(row) ?? NONE] ?? 0
  }

  /** The best pair of a person but for this one. */
  otherThan(place: number, row: number): number {
    const number = this.numbers.get(row) ?? NONE
    const first = this.firsts[number] ?? NONE
    return first === place ? (this.seconds[number] ?? NONE) : first
  }
}
