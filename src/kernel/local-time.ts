const DAY_MILLISECONDS = 24 * 3_600_000
const MINUTE_MILLISECONDS = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * The instant at which the clocks of a time zone show `minute` (of the day) on `date` (`YYYY-MM-DD`). Where they jump over it, as
 * much later as they jump; where they show it twice, the first of the two.
 */
export function instantIn(timeZone: string, date: string, minute: number): Date {
  const shown = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MILLISECONDS
  const before = shown - offsetAt(timeZone, shown - DAY_MILLISECONDS)
  const after = shown - offsetAt(timeZone, shown + DAY_MILLISECONDS)
  // the one before a change of the clocks holds where it comes true, or where neither does
  const isTrue = (at: number): boolean => at + offsetAt(timeZone, at) === shown
  return new Date(isTrue(before) || !isTrue(after) ? before : after)
}

/** The first day after `now` on which the clocks of a time zone change, within a year; null: they do not. */
export function nextClockChange(timeZone: string, now: Date): string | null {
  const noon = (day: number): number => Date.parse(`${daysAfter(now.toISOString().slice(0, 10), day)}T12:00:00Z`)
  for (let day = 1; day <= 366; day += 1)
    if (offsetAt(timeZone, noon(day - 1)) !== offsetAt(timeZone, noon(day))) return new Date(noon(day)).toISOString().slice(0, 10)
  return null
}

/** The day of the week of a date, 1 for Monday. */
export function weekdayOf(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
}

/** The date so many days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)
}

/** How far the clocks of a time zone are ahead of UTC, in milliseconds. */
function offsetAt(timeZone: string, at: number): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000
}

/** To make one takes longer than all the rest; there are as many as there are zones in use. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone)
  if (made !== undefined) return made
  const numeric = 'numeric'
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, calendar: 'iso8601', hourCycle: 'h23' },
    ...{ year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric },
  })
  formats.set(timeZone, format)
  return format
}
