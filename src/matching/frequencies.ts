import type { Person } from './prepare.ts'
import type { BaseRate, Weights } from './weights/index.ts'

/** How common each value is among the people of both sides, drawn to the base rate of the weights while they are few. */
export interface Frequencies {
  readonly forename: Frequency
  readonly surname: Frequency
  readonly middleName: Frequency
  readonly birthDate: Frequency
  readonly yearGroup: Frequency
  readonly registrationClass: Frequency
}

export interface Frequency {
  /**
   * Share of people who carry the value beside the records of the pair that is looked at (2 when it stands on both, else 1):
   * the chance to meet it in somebody else. Above 0.
   */
  rateBeside(value: string, own: 1 | 2): number
  /** On how many records the value stands. */
  countOf(value: string): number
}

export function countFrequencies(people: readonly Person[], weights: Weights): Frequencies {
  const of = (valuesOf: (person: Person) => readonly string[], base: BaseRate) => frequency(people.map(valuesOf), base)
  return {
    forename: of((it) => it.forenames.map((name) => name.text), weights.forename.exact),
    surname: of((it) => it.surnames.map((name) => name.text), weights.surname.exact),
    middleName: of((it) => listOf(it.middle?.text), weights.middleName.exact),
    birthDate: of((it) => listOf(it.birth?.text), weights.birthDate.exact),
    yearGroup: of((it) => listOf(it.yearGroup), weights.yearGroup.exact),
    registrationClass: of((it) => listOf(it.registrationClass), weights.registrationClass.exact),
  }
}

function listOf(value: string | null | undefined): readonly string[] {
  return value == null ? [] : [value]
}

function frequency(values: readonly (readonly string[])[], base: BaseRate): Frequency {
  const counts = new Map<string, number>()
  let carriers = 0
  for (const own of values) {
    if (own.length > 0) carriers += 1
    for (const value of own) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const total = carriers + base.weight
  return {
    rateBeside: (value, own) => (Math.max(0, (counts.get(value) ?? 0) - own) + base.weight * base.rate) / total,
    countOf: (value) => counts.get(value) ?? 0,
  }
}
