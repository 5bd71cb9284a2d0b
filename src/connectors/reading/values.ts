import type { Sex } from '../../roster/index.ts'

/** Items of a list in one cell: `"s1,s2"`. */
export function listOf(text: string | null): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** The calendar date of `YYYY-MM-DD`, also with a time behind it, or `YYYYMMDD`; null when it is none. */
export function isoDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  return calendarDate(year, month, day)
}

/** The calendar date of `M/D/YYYY`, as Microsoft's files have it, or of an ISO date; null when it is none. */
export function monthFirstDate(text: string): string | null {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/.exec(text) ?? []
  return calendarDate(year, month, day) ?? isoDate(text)
}

function calendarDate(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : null
}

/** Booleans as they are seen in the wild; null for anything else. */
export function booleanOf(text: string): boolean | null {
  const folded = text.toLowerCase()
  if (['true', '1', 'yes', 'y', 't', 'active', 'enabled'].includes(folded)) return true
  return ['false', '0', 'no', 'n', 'f', 'inactive', 'disabled'].includes(folded) ? false : null
}

const SEXES: ReadonlyMap<string, Sex> = new Map([
  ['female', 'female'],
  ['f', 'female'],
  ['male', 'male'],
  ['m', 'male'],
  ['other', 'other'],
  ['x', 'other'],
  ['unspecified', 'unspecified'],
  ['u', 'unspecified'],
])

/** The allowed spellings, for the cure of another one. */
export const KNOWN_SEXES = 'female, male, other, unspecified'

export function sexOf(text: string): Sex | null {
  return SEXES.get(text.toLowerCase()) ?? null
}

/** The unique pupil number in a text that has the form of one, permanent or temporary (letters without I, O, S); else null. */
export function upnOf(text: string | null): string | null {
  const folded = (text ?? '').toUpperCase().replace(/\s+/g, '')
  return /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(folded) ? folded : null
}

/** Whether a row says itself that its record has ended. `inactive` is what OneRoster said before `tobedeleted`. */
export function saysEnded(status: string | null): boolean {
  return ['tobedeleted', 'inactive', 'deleted'].includes((status ?? '').toLowerCase().replace(/[\s_-]+/g, ''))
}
