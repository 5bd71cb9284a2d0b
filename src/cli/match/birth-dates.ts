/** The forms that a column of birth dates may have; one form a column. */
const FORMS = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ].*)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
] as const

/** One value of the column, read. */
export interface ReadDate {
  /** `YYYY-MM-DD`; null where the value is not in the form of its column. */
  readonly date: string | null
  /** No such day is in the calendar; the text is compared all the same, because the slip may stand on both sides. */
  readonly isImpossible: boolean
}

/**
 * Finds the one form of a column from its values, blank ones left out; null where fewer than half of them are dates in
 * one form: then the column is something else, or has the month in front.
 */
export function dateReaderFor(values: readonly string[]): ((value: string) => ReadDate) | null {
  const readers = FORMS.map((form) => (value: string) => readDate(form, value))
  const counted = readers.map((read) => ({ read, good: values.filter((value) => isGood(read(value))).length }))
  const best = counted.reduce((left, right) => (right.good > left.good ? right : left))
  return best.good * 2 < values.length ? null : best.read
}

function isGood({ date, isImpossible }: ReadDate): boolean {
  return date !== null && !isImpossible
}

function readDate(form: RegExp, value: string): ReadDate {
  const { year, month, day } = form.exec(value)?.groups ?? {}
  if (year === undefined || month === undefined || day === undefined) return { date: null, isImpossible: false }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${date}T00:00:00Z`)
  return { date, isImpossible: Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(date) }
}
