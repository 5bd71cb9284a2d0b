import { BIRTH_DATE, birthDateBits, birthDateLevel, isImpossible, type NameScale } from '../comparisons/index.ts'
import { bitsOf, type Model } from '../model/index.ts'
import type { People } from '../people/index.ts'
import type { Run } from '../run.ts'
import { NameRows, type Spellings } from './name-rows.ts'

/** The most that one source record can reach with anybody, part by part. */
export interface Ceiling {
  readonly row: number
  readonly birth: number
  readonly forenames: Spellings
  readonly surnames: Spellings
  readonly forenameMost: number
  readonly surnameMost: number
  /** Names across the boxes, and a middle name used as first. */
  readonly elsewhereMost: number
  /** Sex, middle name and class. */
  readonly extraMost: number
  /** Counts only where a birth date is missing. */
  readonly yearMost: number
  readonly exactBirthBits: number
}

/**
 * Upper bounds of the bits of pairs, over columns of those of the directory who are left. A pair is passed over only where
 * its birth dates and names, with the most that everything else could add, fall short: never by a rule of thumb.
 */
export class Bounds {
  readonly left: Int32Array
  readonly forenames: NameRows
  readonly surnames: NameRows
  readonly birthBits: Float64Array
  /** The most for birth dates with day and month changed about, for those that agree in two parts, and for those further apart. */
  readonly turnedBits: number
  readonly slipBits: number
  readonly farBits: number
  private readonly births: Int32Array
  private readonly model: Model
  private readonly hasMiddleNames: boolean

  constructor({ model, comparer, sides }: Run, left: Int32Array) {
    const { names } = sides.vocabulary
    this.model = model
    this.left = left
    this.births = left.map((row) => sides.directory.birth[row] ?? 0)
    this.birthBits = birthDateBits(model)
    const most = (...levels: number[]): number => Math.max(...levels.map((it) => this.birthBits[it] ?? 0))
    this.turnedBits = most(BIRTH_DATE.of.swapped)
    this.slipBits = most(BIRTH_DATE.of.one_digit, BIRTH_DATE.of.one_part)
    this.farBits = most(BIRTH_DATE.of.same_year, BIRTH_DATE.of.different)
    this.hasMiddleNames = left.some((row) => (sides.directory.middleName[row] ?? -1) >= 0)
    const rows = (scale: NameScale, of: (people: People, row: number) => Spellings) =>
      new NameRows(
        scale,
        names,
        Array.from(left, (row) => of(sides.directory, row)),
      )
    this.forenames = rows(comparer.forenames, forenamesOf)
    this.surnames = rows(comparer.surnames, surnamesOf)
  }

  ceilingOf(people: People, row: number): Ceiling {
    const birth = people.birth[row] ?? 0
    const [forenames, surnames] = [forenamesOf(people, row), surnamesOf(people, row)]
    const [forenameMost, surnameMost] = [this.forenames.most(forenames), this.surnames.most(surnames)]
    return {
      row,
      birth,
      forenames,
      surnames,
      forenameMost,
      surnameMost,
      elsewhereMost: Math.max(this.boxesMost(forenames, surnames), this.middleMost(people, row, surnameMost)),
      extraMost: this.extraMost(people, row),
      yearMost: most(this.model.yearGroup.bitsOfAgreement(people.yearGroup[row] ?? -1), people.yearGroup[row]),
      exactBirthBits: birth === 0 ? 0 : this.model.birth.bitsOfAgreement(birth),
    }
  }

  /** What the birth dates of the pair say, or at most could say. */
  birthBitsOf(place: number, ceiling: Ceiling): number {
    const ours = this.births[place] ?? 0
    if (ours === 0 || ceiling.birth === 0) return ceiling.yearMost
    const level = birthDateLevel(ours, ceiling.birth)
    if (level === BIRTH_DATE.of.exact) return ceiling.exactBirthBits
    if (level >= BIRTH_DATE.of.same_year && (isImpossible(ours) || isImpossible(ceiling.birth))) return ceiling.yearMost
    return this.birthBits[level] ?? 0
  }

  private extraMost(people: People, row: number): number {
    const { weights, middleName, registrationClass } = this.model
    const sex = people.sex[row] === 0 ? 0 : bitsOf(weights.sex.same)
    const text = this.model.sides.vocabulary.names.textOf(people.middleName[row] ?? -1)
    const middle = text < 0 ? 0 : Math.max(weights.middleName.initialBits, middleName.bitsOfAgreement(text))
    const group = this.model.sides.vocabulary.classes.textOf(people.registrationClass[row] ?? -1)
    return sex + middle + most(registrationClass.bitsOfAgreement(group), group)
  }

  /** Of a name in another box. */
  private boxesMost(forenames: Spellings, surnames: Spellings): number {
    const { weights, sides, forename, surname } = this.model
    const rate = (of: typeof forename, spellings: Spellings): number =>
      Math.min(...spellings.map((it) => (it < 0 ? 1 : of.rateBeside(sides.vocabulary.names.textOf(it), 1))))
    const isWhole = forenames.some((it) => it >= 0) && surnames.some((it) => it >= 0)
    return isWhole ? bitsOf({ m: weights.namesSwapped, u: rate(forename, forenames) * rate(surname, surnames) }) : 40
  }

  /** Of a middle name that is used as first name on the other side. */
  private middleMost(people: People, row: number, surnameMost: number): number {
    if (!this.hasMiddleNames && (people.middleName[row] ?? -1) < 0) return Number.NEGATIVE_INFINITY
    return bitsOf({ m: this.model.weights.middleAsFirst, u: this.model.forename.rateBeside(-1, 1) }) + surnameMost
  }
}

function most(bits: number, value: number | undefined): number {
  return value === undefined || value < 0 ? 0 : Math.max(0, bits)
}

export function forenamesOf(people: People, row: number): Spellings {
  return [people.firstName[row] ?? -1, people.knownFirstName[row] ?? -1]
}

export function surnamesOf(people: People, row: number): Spellings {
  return [people.lastName[row] ?? -1, people.knownLastName[row] ?? -1]
}
