import { anagramOf, shareFullName } from '../comparisons/index.ts'
import type { People } from '../people/index.ts'
import type { Run } from '../run.ts'

/** Says of two people whether a name of one may stand in another box of the other; looks at numbers before words. */
export class NamesElsewhere {
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  mayStand(left: number, right: number): boolean {
    const { directory, source, vocabulary } = this.run.sides
    const { names } = vocabulary
    if (this.isIn(directory.firstName[left], directory.knownFirstName[left], source.lastName[right], source.knownLastName[right]))
      return true
    if (this.isIn(directory.lastName[left], directory.knownLastName[left], source.firstName[right], source.knownFirstName[right]))
      return true
    if (this.isMiddle(directory.middleName[left], source, right) || this.isMiddle(source.middleName[right], directory, left)) return true
    if (anagramOf(names, directory, left) !== anagramOf(names, source, right)) return false
    return shareFullName(names, { people: directory, row: left }, { people: source, row: right })
  }

  private isIn(one: number | undefined, known: number | undefined, other: number | undefined, otherKnown: number | undefined): boolean {
    const { names } = this.run.sides.vocabulary
    const [text, knownText] = [names.textOf(one ?? -1), names.textOf(known ?? -1)]
    const [otherText, otherKnownText] = [names.textOf(other ?? -1), names.textOf(otherKnown ?? -1)]
    if (text >= 0 && (text === otherText || text === otherKnownText)) return true
    return knownText >= 0 && (knownText === otherText || knownText === otherKnownText)
  }

  /** A middle name, or one of its words, is a first name of the other. */
  private isMiddle(middle: number | undefined, people: People, row: number): boolean {
    if (middle === undefined || middle < 0) return false
    const { names } = this.run.sides.vocabulary
    const { code, words } = names.nameOf(middle)
    return [people.firstName[row] ?? -1, people.knownFirstName[row] ?? -1].some(
      (it) => it >= 0 && (names.textOf(it) === code || words.includes(names.nameOf(it).text)),
    )
  }
}
