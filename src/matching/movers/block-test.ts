import { birthDateBits, birthDateLevel, type Compared, compareForenames, compareSurnames, Finding } from '../comparisons/index.ts'
import type { Run } from '../run.ts'

/**
 * Whether two who share no more than a block can be a proposal at all: their birth dates speak for them, and so do their names.
 * Says so without comparing them in full, which costs ten times as much; passes over nobody whom that would propose.
 */
export class BlockTest {
  private readonly run: Run
  private readonly pair: Compared
  private readonly birthBits: Float64Array
  private readonly forename = new Finding()
  private readonly surname = new Finding()

  constructor(run: Run) {
    const { model, sides } = run
    this.run = run
    this.pair = { model, ...sides, names: sides.vocabulary.names, left: -1, right: -1 }
    this.birthBits = birthDateBits(model)
  }

  /** `areNames`: what they share is the words of their names, so that only the birth dates are asked. */
  mayBe(left: number, right: number, areNames: boolean): boolean {
    const { directory, source } = this.run.sides
    const [ours, theirs] = [directory.birth[left] ?? 0, source.birth[right] ?? 0]
    if (ours === 0 || theirs === 0) return false
    if (ours !== theirs && (this.birthBits[birthDateLevel(ours, theirs)] ?? 0) <= 0) return false
    return areNames || this.areNamesAlike(left, right)
  }

  private areNamesAlike(left: number, right: number): boolean {
    const { comparer } = this.run
    this.pair.left = left
    this.pair.right = right
    compareForenames(comparer.forenames, this.pair, this.forename)
    compareSurnames(comparer.surnames, this.pair, this.surname)
    return this.forename.bits + this.surname.bits > 0 || this.areCrossed(left, right)
  }

  /** A forename of one is a surname of the other: without that names are not swapped (`compareNamesElsewhere`). */
  private areCrossed(left: number, right: number): boolean {
    const { around, sides } = this.run
    const isIn = (ones: readonly number[], others: readonly number[]): boolean => ones.some((it) => others.includes(it))
    return (
      isIn(around.forenames(sides.directory, left), around.surnames(sides.source, right)) ||
      isIn(around.surnames(sides.directory, left), around.forenames(sides.source, right))
    )
  }
}
