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
  into.clear()
  if (ours === 0 || theirs === 0) return
  const level = birthDateLevel(ours, theirs)
  if (level >= BIRTH_DATE.of.same_year && (isImpossible(ours) || isImpossible(theirs))) return
  into.set(level, level === BIRTH_DATE.of.exact ? model.birth.bitsOfAgreement(ours) : (birthDateBits(model)[level] ?? 0))
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
    return isOneSlip(left, right) ? BIRTH_DATE.of.one_digit : BIRTH_DATE.of.one_part
  }
  return isYear ? BIRTH_DATE.of.same_year : BIRTH_DATE.of.different
}

/** One digit is different, or two neighbours of one part are changed about. */
function isOneSlip(left: number, right: number): boolean {
  const parts = [yearOf, monthOf, dayOf].filter((part) => part(left) !== part(right))
  return parts.length === 1 && parts.every((part) => isDigitSlip(part(left), part(right)))
}

function isDigitSlip(left: number, right: number): boolean {
  const [one, other] = [String(left).padStart(4, '0'), String(right).padStart(4, '0')]
  const apart = [0, 1, 2, 3].filter((place) => one[place] !== other[place])
  const [place = 0, next = 0] = apart
  return apart.length === 1 || (apart.length === 2 && next === place + 1 && one[place] === other[next] && one[next] === other[place])
}

/** Nobody at a school was born before this. */
const YEAR_MIN = 1900

/** No date that anybody was born on: it says that somebody slipped, not that this is somebody else. */
export function isImpossible(birth: number): boolean {
  return yearOf(birth) < YEAR_MIN || monthOf(birth) < 1 || monthOf(birth) > 12 || dayOf(birth) < 1 || dayOf(birth) > 31
}

/** More than one slip of the pen lies between the two dates. */
export function isFarApart({ level }: Finding): boolean {
  return level === BIRTH_DATE.of.same_year || level === BIRTH_DATE.of.different
}

/**
 * The birth dates speak for two children even where one slip of the pen could lie between them: the years are two or more
 * apart and the year groups are not the same, or the year groups differ as the dates do.
 */
export function isTwoBirthYears({ directory, source, left, right, vocabulary }: Compared): boolean {
  const ours = directory.birth[left] ?? 0
  const theirs = source.birth[right] ?? 0
  if (ours === 0 || theirs === 0 || ours === theirs) return false
  const apart = Math.abs(yearOf(ours) - yearOf(theirs))
  const group = directory.yearGroup[left] ?? -1
  if (group >= 0 && group === source.yearGroup[right]) return false
  return apart >= 2 || areGroupsTwo({ group, other: source.yearGroup[right] ?? -1, apart, vocabulary })
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
