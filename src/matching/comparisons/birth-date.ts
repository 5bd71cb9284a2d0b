import { bitsOf, type Model } from '../model.ts'
import type { BirthDate, Person } from '../prepare.ts'
import type { BirthDateLevel } from '../weights/index.ts'
import type { Finding } from './finding.ts'
import { isMoveUp } from './school-data.ts'

export type BirthDateFinding = Finding<BirthDateLevel>

/** How alike two birth dates are; a date that many people share (1 January, a placeholder) is worth less. */
export function compareBirthDates(model: Model, directory: Person, source: Person): BirthDateFinding | null {
  const { birth: left } = directory
  const { birth: right } = source
  if (left === null || right === null) return null
  const level = birthDateLevel(left, right)
  return { level, bits: birthDateBits(model, left, level), params: { directory: left.text, source: right.text } }
}

/** More than one slip of the pen lies between the two dates. */
export function isFarApart(finding: BirthDateFinding | null): boolean {
  return finding?.level === 'same_year' || finding?.level === 'different'
}

/**
 * The birth dates speak for two children even where one slip of the pen could lie between them: the years are two or more
 * apart, or the year groups differ as the dates do.
 */
export function isTwoBirthYears({ birth: left, yearGroup }: Person, { birth: right, yearGroup: otherGroup }: Person): boolean {
  if (left === null || right === null || left.text === right.text) return false
  const apart = Math.abs(left.year - right.year)
  const areGroupsTwo = yearGroup !== null && otherGroup !== null && yearGroup !== otherGroup
  return apart >= 2 || (areGroupsTwo && (apart > 0 || !isMoveUp(yearGroup, otherGroup)))
}

export function birthDateBits(model: Model, birth: BirthDate, level: BirthDateLevel): number {
  if (level !== 'exact') return model.birthDateBits[level]
  return bitsOf({ m: model.weights.birthDate.exact.m, u: model.frequencies.birthDate.rateBeside(birth.text, 2) })
}

/** Strongest level first; works on impossible dates too. */
export function birthDateLevel(left: BirthDate, right: BirthDate): BirthDateLevel {
  const isYear = left.year === right.year
  const isMonth = left.month === right.month
  const isDay = left.day === right.day
  if (isYear && isMonth && isDay) return 'exact'
  if (isYear && left.day === right.month && left.month === right.day) return 'swapped'
  if (Number(isYear) + Number(isMonth) + Number(isDay) === 2) return isOneDigit(left.text, right.text) ? 'one_digit' : 'one_part'
  return isYear ? 'same_year' : 'different'
}

function isOneDigit(left: string, right: string): boolean {
  let differences = 0
  for (let i = 0; i < left.length; i += 1) if (left.charCodeAt(i) !== right.charCodeAt(i)) differences += 1
  return differences === 1
}
