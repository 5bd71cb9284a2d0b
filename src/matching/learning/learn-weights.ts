import type { Weights } from '../weights/index.ts'
import type { Levels } from './said-pair.ts'

/** The shipped weights count for so many pairs of one person in each comparison. */
const PRIOR_PAIRS = 200
/** A learnt share is at most so many times the shipped one, and at least the shipped one divided by it. */
export const FACTOR_MAX = 2
/** Nothing is seen in every pair of one person. */
const SHARE_MAX = 0.999

/**
 * The shipped weights, moved by what pairs looked like that people said are one person (MATCHING.md, "Learn"): the share of
 * each level is the shipped one plus what was counted. What two people have in common by chance stays with the data, and so
 * do identifiers. The order of the pairs does not matter; without pairs nothing moves.
 */
export function learnWeights(shipped: Weights, same: readonly Levels[]): Weights {
  const count = (area: string, level: string): number => same.filter((it) => it.get(area)?.level === level).length
  const shares = <Name extends string>(area: string, of: Readonly<Record<Name, number>>): Record<Name, number> =>
    learnShares(of, (level) => count(area, level))
  const {
    middle_as_first: middleAsFirst,
    exact: forenameExact,
    ...forename
  } = shares('forename', {
    ...{ exact: shipped.forename.exact.m, middle_as_first: shipped.middleAsFirst },
    ...sharesIn(shipped.forename.levels),
  })
  const { exact: surnameExact, ...surname } = shares('surname', { exact: shipped.surname.exact.m, ...sharesIn(shipped.surname.levels) })
  const { exact: birthDateExact, ...birthDate } = shares('birth_date', {
    ...{ exact: shipped.birthDate.exact.m },
    ...sharesIn(shipped.birthDate.levels),
  })
  const sex = shares('sex', sharesIn(shipped.sex))
  const oneOf = (area: string, m: number): number => learnShare(m, same.filter((it) => it.has(area)).length, count(area, 'same'))
  const straight = same.filter((it) => it.has('forename') && it.has('surname')).length
  const swapped = same.filter((it) => it.has('names')).length
  return {
    ...shipped,
    forename: { exact: { ...shipped.forename.exact, m: forenameExact }, levels: withShares(shipped.forename.levels, forename) },
    surname: { exact: { ...shipped.surname.exact, m: surnameExact }, levels: withShares(shipped.surname.levels, surname) },
    namesSwapped: learnShare(shipped.namesSwapped, straight + swapped, swapped),
    middleAsFirst,
    birthDate: { exact: { ...shipped.birthDate.exact, m: birthDateExact }, levels: withShares(shipped.birthDate.levels, birthDate) },
    sex: withShares(shipped.sex, sex),
    middleName: { ...shipped.middleName, exact: { ...shipped.middleName.exact, m: oneOf('middle_name', shipped.middleName.exact.m) } },
    registrationClass: {
      ...shipped.registrationClass,
      exact: { ...shipped.registrationClass.exact, m: oneOf('registration_class', shipped.registrationClass.exact.m) },
    },
  }
}

type OddsOf = Readonly<Record<string, { readonly m: number; readonly u: number }>>

/** The shares of levels; one that says nothing (m = u) stands for none and is not learnt. */
function sharesIn<Of extends OddsOf>(levels: Of): Record<keyof Of & string, number> {
  const shares = Object.entries(levels).map(([level, { m, u }]) => [level, m === u ? 0 : m])
  // safe: the keys are those of `levels`
  return Object.fromEntries(shares) as Record<keyof Of & string, number>
}

function withShares<Of extends OddsOf>(levels: Of, shares: Readonly<Record<keyof Of & string, number>>): Of {
  const odds = Object.entries(levels).map(([level, it]) => [level, { ...it, m: it.m === it.u ? it.m : shares[level] }])
  // safe: the same keys with the same kind of values
  return Object.fromEntries(odds) as Of
}

/** Dirichlet: the shipped shares as so many pairs, plus what was counted, in bounds. Their sum stays what was shipped. */
function learnShares<Name extends string>(shipped: Readonly<Record<Name, number>>, count: (name: Name) => number): Record<Name, number> {
  // safe: the keys of a record are the names it is typed with
  const names = Object.keys(shipped) as Name[]
  const learnt = names.filter((name) => shipped[name] > 0)
  const total = learnt.reduce((sum, name) => sum + shipped[name], 0)
  const counted = learnt.reduce((sum, name) => sum + count(name), 0)
  const share = (name: Name): number => moved(shipped[name], { counted, own: total * count(name) })
  // safe: one entry for each name
  return Object.fromEntries(names.map((name) => [name, shipped[name] > 0 ? share(name) : 0])) as Record<Name, number>
}

/** The same for what is so or is not so. */
function learnShare(shipped: number, pairs: number, so: number): number {
  return moved(shipped, { counted: pairs, own: so })
}

/** (prior × shipped + own) / (prior + counted), written so that nothing counted moves nothing at all. */
function moved(shipped: number, { counted, own }: { readonly counted: number; readonly own: number }): number {
  const share = shipped + (own - counted * shipped) / (PRIOR_PAIRS + counted)
  return Math.min(Math.max(share, shipped / FACTOR_MAX), shipped * FACTOR_MAX, Math.max(SHARE_MAX, shipped))
}
