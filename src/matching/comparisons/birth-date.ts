import { bitsOf, type Model } from '../model/index.ts'
import { dayOf, monthOf, type Vocabulary, yearOf } from '../people/index.ts'
import type { Compared } from './compared.ts'
import { declareLevels, type Finding } from './levels.ts'
import { isMoveUp } from './year-group.ts'

export const BIRTH_DATE = declareLevels('birth_date', 'exact', 'swapped', 'one_digit', 'one_part', 'same_year', 'different')

/** How alike two birth dates are; a date that many people share (1 January, a placeholder) is worth less. */
export function compareBirthDates({ model, directory, source, left, right }: Compared, into: Finding): void {
  const ours = directory.birth[left] ?? 0
  const theirs = source.birth[right] ?? 0
  if (ours === 0 || theirs === 0) into.clear()
  else {
    const level = birthDateLevel(ours, theirs)
    into.set(level, level === BIRTH_DATE.of.exact ? model.birth.bitsOfAgreement(ours) : (birthDateBits(model)[level] ?? 0))
  }
}

const bitsByModel = new WeakMap<Model, Float64Array>()

/** By level, for all but exact agreement. */
export function birthDateBits(model: Model): Float64Array {
  const known = bitsByModel.get(model)
  if (known) return known
  const bits = new Float64Array(BIRTH_DATE.names.length + 1)
  for (const name of BIRTH_DATE.names) if (name !== 'exact') bits[BIRTH_DATE.of[name]] = bitsOf(model.weights.birthDate.levels[name])
  bitsByModel.set(model, bits)
  return bits
}

/** The bits of a birth date that are no part of its year: another day or month in another year is another date. */
const DAY_AND_MONTH = 2 ** 14 - 1

/** Strongest level first; works on impossible dates too. Neither is 0. */
export function birthDateLevel(left: number, right: number): number {
  if (left === right) return BIRTH_DATE.of.exact
  if (((left ^ right) & DAY_AND_MONTH) !== 0 && (left ^ right) > DAY_AND_MONTH) return BIRTH_DATE.of.different
  const isYear = yearOf(left) === yearOf(right)
  const [month, day, otherMonth, otherDay] = [monthOf(left), dayOf(left), monthOf(right), dayOf(right)]
  if (isYear && day === otherMonth && month === otherDay) return BIRTH_DATE.of.swapped
  if (Number(isYear) + Number(month === otherMonth) + Number(day === otherDay) === 2) {
    return isOneDigit(left, right) ? BIRTH_DATE.of.one_digit : BIRTH_DATE.of.one_part
  }
  return isYear ? BIRTH_DATE.of.same_year : BIRTH_DATE.of.different
}

function isOneDigit(left: number, right: number): boolean {
  return (
    digitsApart(yearOf(left), yearOf(right)) + digitsApart(monthOf(left), monthOf(right)) + digitsApart(dayOf(left), dayOf(right)) === 1
  )
}

function digitsApart(left: number, right: number): number {
  let apart = 0
  for (let [one, other] = [left, right]; one > 0 || other > 0; one = Math.trunc(one / 10), other = Math.trunc(other / 10)) {
    if (one % 10 !== other % 10) apart += 1
  }
  return apart
}

/** More than one slip of the pen lies between the two dates. */
export function isFarApart({ level }: Finding): boolean {
  return level === BIRTH_DATE.of.same_year || level === BIRTH_DATE.of.different
}

/**
 * The birth dates speak for two children even where one slip of the pen could lie between them: the years are two or more
 * apart, or the year groups differ as the dates do.
 */
export function isTwoBirthYears({ directory, source, left, right, vocabulary }: Compared): boolean {
  const ours = directory.birth[left] ?? 0
  const theirs = source.birth[right] ?? 0
  if (ours === 0 || theirs === 0 || ours === theirs) return false
  const apart = Math.abs(yearOf(ours) - yearOf(theirs))
  return apart >= 2 || areGroupsTwo({ group: directory.yearGroup[left] ?? -1, other: source.yearGroup[right] ?? -1, apart, vocabulary })
}

function areGroupsTwo(of: {
  readonly group: number
  readonly other: number
  readonly apart: number
  readonly vocabulary: Vocabulary
}): boolean {
  if (of.group < 0 || of.other < 0 || of.group === of.other) return false
  return of.apart > 0 || !isMoveUp(of.vocabulary.yearGroups.textOf(of.group), of.vocabulary.yearGroups.textOf(of.other))
}
