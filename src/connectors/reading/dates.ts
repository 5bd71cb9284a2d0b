/** How dates like 04/03/2015 are meant; other forms mean one thing only. */
export type DateOrder = 'day first' | 'month first'

/** What the values of a column say about their order. */
export interface DateEvidence {
  /** Values that can only be read with the day, or with the month, in front. */
  dayFirst: number
  monthFirst: number
  /** Values that mean two different days. */
  either: number
}

export function noDateEvidence(): DateEvidence {
  return { dayFirst: 0, monthFirst: 0, either: 0 }
}

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[T ].*)?$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Notes what one value tells. */
export function weighDate(evidence: DateEvidence, text: string): void {
  const [, first = '', second = ''] = SLASHED.exec(text) ?? []
  if (first === '' || first === second) return
  if (Number(first) > 12) evidence.dayFirst += 1
  else if (Number(second) > 12) evidence.monthFirst += 1
  else evidence.either += 1
}

/** The order of a whole column, and whether it had to be guessed. A few impossible values do not outvote the others. */
export function dateOrderOf({ dayFirst, monthFirst, either }: DateEvidence, isAmerican: boolean): { order: DateOrder; isGuess: boolean } {
  if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? 'day first' : 'month first', isGuess: false }
  return { order: isAmerican ? 'month first' : 'day first', isGuess: either > 0 }
}

/**
 * The calendar date `YYYY-MM-DD` of a birth date as files write it: ISO, with or without a time; YYYYMMDD; numbers in
 * the given order; "12 Mar 2015", "12-Mar-15", "March 12, 2015"; an Excel serial number. Null for a date that does not
 * exist, lies after `now`, or before 1900.
 */
export function readBirthDate(text: string, order: DateOrder, now: Date): string | null {
  const date = isoDate(text) ?? slashedDate(text, order, now) ?? namedMonthDate(text, now) ?? serialDate(text)
  if (date === null || date < '1900-01-01') return null
  // a day of grace: where the school is, tomorrow may have begun
  return date <= new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10) ? date : null
}

/** Ages after which nobody leaves a school. */
const YEARS_AHEAD = 30

/** The day on which somebody leaves, as files write it; it may lie ahead. Null for a date that does not exist. */
export function readLeavingDate(text: string, order: DateOrder, now: Date): string | null {
  return readBirthDate(text, order, new Date(now.getTime() + YEARS_AHEAD * 365.25 * 86_400_000))
}

function isoDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  return calendarDate(year, month, day)
}

function slashedDate(text: string, order: DateOrder, now: Date): string | null {
  const [, first, second, year = ''] = SLASHED.exec(text) ?? []
  const full = fullYear(year, now)
  return order === 'day first' ? calendarDate(full, second, first) : calendarDate(full, first, second)
}

/** Nobody is born in the future. */
function fullYear(year: string, now: Date): string {
  if (year.length !== 2) return year
  return `${Number(year) <= now.getUTCFullYear() % 100 ? '20' : '19'}${year}`
}

const DAY_MONTH_YEAR = /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ /-](?<month>[a-z]{3})[a-z]*\.?,?[ /-](?<year>\d{4}|\d{2})$/i
const MONTH_DAY_YEAR = /^(?<month>[a-z]{3})[a-z]*\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i

function namedMonthDate(text: string, now: Date): string | null {
  const { day, month = '', year = '' } = (DAY_MONTH_YEAR.exec(text) ?? MONTH_DAY_YEAR.exec(text))?.groups ?? {}
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  return number === 0 ? null : calendarDate(fullYear(year, now), String(number), day)
}

/** Days since 1899-12-30: how Excel keeps a date. Five digits reach from 1927 to 2173. */
function serialDate(text: string): string | null {
  if (!/^[1-9]\d{4}(\.0+)?$/.test(text)) return null
  return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10)
}

function calendarDate(year = '', month = '', day = ''): string | null {
  if (year.length !== 4 || month === '' || day === '') return null
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal = moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day)
  return isReal ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}
