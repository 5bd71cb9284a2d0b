import type { PersonKind } from '../roster/index.ts'
import { countFrequencies, type Frequencies } from './frequencies.ts'
import type { Person } from './prepare.ts'
import { type BirthDateLevel, type NameLevel, type Odds, WEIGHTS, type Weights } from './weights/index.ts'

/** What the comparisons of one run know: the shipped weights and what the data itself says. */
export interface Model {
  readonly isPupil: boolean
  readonly weights: Weights
  /** Bits of each level by the weights alone; an exact value's depend on the data and are not here (NaN). */
  readonly levelBits: {
    readonly forename: Readonly<Record<NameLevel, number>>
    readonly surname: Readonly<Record<NameLevel, number>>
    readonly birthDate: Readonly<Record<BirthDateLevel, number>>
  }
  readonly frequencies: Frequencies
  /** Identifiers that stand on several records of one side: they name nobody. */
  readonly repeated: { readonly upn: ReadonlySet<string>; readonly customId: ReadonlySet<string>; readonly email: ReadonlySet<string> }
}

export function buildModel(kind: PersonKind, directory: readonly Person[], source: readonly Person[]): Model {
  const repeated = (valuesOf: (person: Person) => readonly (string | null)[]) =>
    new Set([directory, source].flatMap((side) => [...repeatedValues(side, valuesOf)]))
  const weights = WEIGHTS[kind]
  return {
    isPupil: kind === 'pupil',
    weights,
    levelBits: {
      forename: nameLevelBits(weights.forename.levels),
      surname: nameLevelBits(weights.surname.levels),
      birthDate: birthDateLevelBits(weights.birthDate.levels),
    },
    frequencies: countFrequencies([...directory, ...source], weights),
    repeated: {
      upn: repeated((person) => person.upns),
      customId: repeated((person) => [person.customId]),
      email: repeated((person) => [person.email]),
    },
  }
}

/** Evidence in bits: how much likelier it is for one person than for two. */
export function bitsOf(odds: Odds): number {
  return Math.log2(odds.m / odds.u)
}

function nameLevelBits(levels: Readonly<Record<Exclude<NameLevel, 'exact'>, Odds>>): Record<NameLevel, number> {
  return {
    exact: Number.NaN,
    nickname: bitsOf(levels.nickname),
    part: bitsOf(levels.part),
    initial: bitsOf(levels.initial),
    similar: bitsOf(levels.similar),
    resembling: bitsOf(levels.resembling),
    different: bitsOf(levels.different),
  }
}

function birthDateLevelBits(levels: Readonly<Record<Exclude<BirthDateLevel, 'exact'>, Odds>>): Record<BirthDateLevel, number> {
  return {
    exact: Number.NaN,
    swapped: bitsOf(levels.swapped),
    one_digit: bitsOf(levels.one_digit),
    one_part: bitsOf(levels.one_part),
    same_year: bitsOf(levels.same_year),
    different: bitsOf(levels.different),
  }
}

function repeatedValues(people: readonly Person[], valuesOf: (person: Person) => readonly (string | null)[]): Set<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const person of people) {
    for (const value of valuesOf(person)) {
      if (value === null) continue
      if (seen.has(value)) repeated.add(value)
      seen.add(value)
    }
  }
  return repeated
}
