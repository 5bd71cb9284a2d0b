import type { People, Vocabulary } from '../people/index.ts'
import type { Alias } from '../types.ts'
import type { Weights } from '../weights/index.ts'
import { BirthFrequency, CodeFrequency } from './frequency.ts'
import { Repeats } from './repeats.ts'

/** The people of both sides who are compared with one another: those of one school and kind, or all. */
export interface Group {
  /** Rows of the directory's columns, and of the source's. */
  readonly directory: Int32Array
  readonly source: Int32Array
}

/** Both sides of a run, and the words they share. */
export interface Sides {
  readonly vocabulary: Vocabulary
  readonly directory: People
  readonly source: People
}

/**
 * What the comparisons of one group know: the weights, and what the data itself says of how common a value is and which
 * identifiers name nobody. Loaded with one group after the other; what a group left behind is taken away again.
 */
export class Model {
  readonly sides: Sides
  readonly weights: Weights
  readonly isPupil: boolean
  readonly forename: CodeFrequency
  readonly surname: CodeFrequency
  readonly middleName: CodeFrequency
  readonly birth: BirthFrequency
  readonly yearGroup: CodeFrequency
  readonly registrationClass: CodeFrequency
  readonly upns = new Repeats()
  readonly customIds = new Repeats()
  readonly emails = new Repeats()
  private readonly aliases: ReadonlySet<string>

  constructor(sides: Sides, of: { readonly isPupil: boolean; readonly weights: Weights; readonly aliases: readonly Alias[] }) {
    this.sides = sides
    this.weights = of.weights
    this.isPupil = of.isPupil
    this.aliases = new Set(of.aliases.flatMap(({ box, left, right }) => [aliasKey(box, left, right), aliasKey(box, right, left)]))
    this.forename = new CodeFrequency(of.weights.forename.exact)
    this.surname = new CodeFrequency(of.weights.surname.exact)
    this.middleName = new CodeFrequency(of.weights.middleName.exact)
    this.birth = new BirthFrequency(of.weights.birthDate.exact)
    this.yearGroup = new CodeFrequency(of.weights.yearGroup.exact)
    this.registrationClass = new CodeFrequency(of.weights.registrationClass.exact)
  }

  load({ directory, source }: Group): void {
    for (const [side, rows] of [directory, source].entries()) {
      const people = side === 0 ? this.sides.directory : this.sides.source
      for (const row of rows) {
        this.count(1, people, row)
        const upn = people.upn[row] ?? -1
        const former = people.formerUpn[row] ?? -1
        const mark = side === 0 ? 0 : 1
        this.upns.note(mark, upn)
        if (former !== upn) this.upns.note(mark, former)
        this.customIds.note(mark, people.customId[row] ?? -1)
        this.emails.note(mark, people.email[row] ?? -1)
      }
    }
  }

  unload({ directory, source }: Group): void {
    for (const [side, rows] of [directory, source].entries()) {
      const people = side === 0 ? this.sides.directory : this.sides.source
      for (const row of rows) {
        this.count(-1, people, row)
        this.upns.forget(people.upn[row] ?? -1)
        this.upns.forget(people.formerUpn[row] ?? -1)
        this.customIds.forget(people.customId[row] ?? -1)
        this.emails.forget(people.email[row] ?? -1)
      }
    }
  }

  get hasAliases(): boolean {
    return this.aliases.size > 0
  }

  /** Whether a person said that these two folded names are one at this trust (N-06). */
  isAlias(box: Alias['box'], left: string, right: string): boolean {
    return this.aliases.size > 0 && this.aliases.has(aliasKey(box, left, right))
  }

  private count(by: 1 | -1, people: People, row: number): void {
    const { names, classes } = this.sides.vocabulary
    this.forename.count(by, names.textOf(people.firstName[row] ?? -1), names.textOf(people.knownFirstName[row] ?? -1))
    this.surname.count(by, names.textOf(people.lastName[row] ?? -1), names.textOf(people.knownLastName[row] ?? -1))
    this.middleName.count(by, names.textOf(people.middleName[row] ?? -1))
    this.birth.count(by, people.birth[row] ?? 0)
    this.yearGroup.count(by, people.yearGroup[row] ?? -1)
    this.registrationClass.count(by, classes.textOf(people.registrationClass[row] ?? -1))
  }
}

function aliasKey(box: string, left: string, right: string): string {
  return `${box} ${left.replaceAll(' ', '')} ${right.replaceAll(' ', '')}`
}

/** Evidence in bits: how much likelier it is for one person than for two. */
export function bitsOf(odds: { readonly m: number; readonly u: number }): number {
  return Math.log2(odds.m / odds.u)
}
