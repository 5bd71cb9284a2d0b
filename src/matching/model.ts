import type { PersonKind } from '../roster/index.ts'
import { forenameLevel, surnameLevel } from './comparisons/name-level.ts'
import { countFrequencies, type Frequencies, type Frequency } from './frequencies.ts'
import type { Name, Person } from './prepare.ts'
import { type BaseRate, type BirthDateLevel, type NameLevel, type Odds, WEIGHTS, type Weights } from './weights/index.ts'

/** What the comparisons of one run know: the shipped weights and what the data itself says. */
export interface Model {
  readonly isPupil: boolean
  readonly weights: Weights
  readonly forename: NameScale
  readonly surname: NameScale
  /** Bits of each level by the weights alone. */
  readonly birthDateBits: Readonly<Record<InexactBirthDate, number>>
  readonly frequencies: Frequencies
  /** Identifiers that stand on several records of one side: they name nobody. */
  readonly repeated: { readonly upn: ReadonlySet<string>; readonly customId: ReadonlySet<string>; readonly email: ReadonlySet<string> }
}

type InexactBirthDate = Exclude<BirthDateLevel, 'exact'>
type InexactName = Exclude<NameLevel, 'exact'>

/** How the names of one box are compared. */
export interface NameScale {
  readonly exact: BaseRate
  readonly levels: Readonly<Record<InexactName, Odds>>
  readonly frequency: Frequency
  /** Bits of each level by the weights alone. */
  readonly levelBits: Readonly<Record<InexactName, number>>
  readonly levelOf: (left: Name, right: Name) => NameLevel
}

export function buildModel(kind: PersonKind, directory: readonly Person[], source: readonly Person[], weights = WEIGHTS[kind]): Model {
  const repeated = (valuesOf: (person: Person) => readonly (string | null)[]) =>
    new Set([directory, source].flatMap((side) => [...repeatedValues(side, valuesOf)]))
  const birthDate = weights.birthDate.levels
  const frequencies = countFrequencies([...directory, ...source], weights)
  return {
    isPupil: kind === 'pupil',
    weights,
    forename: nameScale(weights.forename, frequencies.forename, forenameLevel),
    surname: nameScale(weights.surname, frequencies.surname, surnameLevel),
    birthDateBits: {
      swapped: bitsOf(birthDate.swapped),
      one_digit: bitsOf(birthDate.one_digit),
      one_part: bitsOf(birthDate.one_part),
      same_year: bitsOf(birthDate.same_year),
      different: bitsOf(birthDate.different),
    },
    frequencies,
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

function nameScale(
  weights: Pick<NameScale, 'exact' | 'levels'>,
  frequency: Frequency,
  levelOf: (left: Name, right: Name) => NameLevel,
): NameScale {
  const { levels } = weights
  const levelBits = {
    nickname: bitsOf(levels.nickname),
    spelling: bitsOf(levels.spelling),
    part: bitsOf(levels.part),
    initial: bitsOf(levels.initial),
    similar: bitsOf(levels.similar),
    resembling: bitsOf(levels.resembling),
    different: bitsOf(levels.different),
  }
  return { ...weights, frequency, levelBits, levelOf }
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
