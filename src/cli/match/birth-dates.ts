import { packBirth } from '../../matching/index.ts'

/** The forms that a column of birth dates may have; one form a column. 0 is no date. */
const FORM = { iso: 1, compact: 2, slashes: 3 } as const
const FORMS = [FORM.iso, FORM.compact, FORM.slashes] as const

/** A birth date as it was read: `packBirth`, and above it the form and whether no such day is in the calendar. */
export type ReadDate = number
const FORM_SHIFT = 28
const PACKED = 2 ** FORM_SHIFT - 1
const IMPOSSIBLE = 2 ** 30

/** 0 to 3: which of the forms the date is in. */
export function formOf(date: ReadDate): number {
  return (date >> FORM_SHIFT) & 3
}

/** No such day is in the calendar; it is compared all the same, because the slip may stand on both sides. */
export function isImpossible(date: ReadDate): boolean {
  return (date & IMPOSSIBLE) !== 0
}

/** The date for the engine; 0 where it is not in the form of its column. */
export function birthIn(form: number, date: ReadDate): number {
  return formOf(date) === form ? date & PACKED : 0
}

/** Finds the one form of a column, from all its values, blank ones left out. */
export class FormCount {
  private readonly good = [0, 0, 0, 0]
  private count = 0

  note(date: ReadDate): void {
    this.count += 1
    const form = formOf(date)
    if (!isImpossible(date)) this.good[form] = (this.good[form] ?? 0) + 1
  }

  /** Null where fewer than half of them are dates in one form: then the column is something else, or has the month in front. */
  form(): number | null {
    const goodOf = (form: number): number => this.good[form] ?? 0
    const best = FORMS.reduce<number>((left, right) => (goodOf(right) > goodOf(left) ? right : left), FORM.iso)
    return goodOf(best) * 2 < this.count ? null : best
  }
}

const DASH = 0x2d
const SLASH = 0x2f
const COMPACT_LENGTH = 8

/** Reads a value without white space around it; 0 for what is in none of the forms. */
export function readBirthDate(bytes: Uint8Array, start: number, end: number): ReadDate {
  const digits = digitsAt(bytes, start, end)
  const behind = start + digits
  if (digits === COMPACT_LENGTH && behind === end) {
    const [year, month] = [numberAt(bytes, start, 4), numberAt(bytes, start + 4, 2)]
    return dated(FORM.compact, year, month, numberAt(bytes, start + 6, 2))
  }
  if (digits === 4 && bytes[behind] === DASH) return readParts(bytes, start, end)
  return digits > 0 && digits < 3 && bytes[behind] === SLASH ? readSlashes(bytes, start, end) : 0
}

/** `YYYY-M-D`, with a time behind it or not. */
function readParts(bytes: Uint8Array, start: number, end: number): ReadDate {
  const month = start + 5
  const monthDigits = digitsAt(bytes, month, end)
  const day = month + monthDigits + 1
  if (monthDigits < 1 || monthDigits > 2 || day >= end || bytes[day - 1] !== DASH) return 0
  const dayDigits = digitsAt(bytes, day, end)
  if (dayDigits < 1 || dayDigits > 2 || !isTime(bytes, day + dayDigits, end)) return 0
  return dated(FORM.iso, numberAt(bytes, start, 4), numberAt(bytes, month, monthDigits), numberAt(bytes, day, dayDigits))
}

/** `D/M/YYYY`. */
function readSlashes(bytes: Uint8Array, start: number, end: number): ReadDate {
  const dayDigits = digitsAt(bytes, start, end)
  const month = start + dayDigits + 1
  const monthDigits = digitsAt(bytes, month, end)
  const year = month + monthDigits + 1
  if (monthDigits < 1 || monthDigits > 2 || year + 4 !== end || bytes[year - 1] !== SLASH || digitsAt(bytes, year, end) !== 4) return 0
  return dated(FORM.slashes, numberAt(bytes, year, 4), numberAt(bytes, month, monthDigits), numberAt(bytes, start, dayDigits))
}

/** Nothing, or on the same line a T or space with whatever follows. */
function isTime(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true
  if (bytes[start] !== 0x54 && bytes[start] !== 0x20) return false
  for (let at = start + 1; at < end; at += 1) if (bytes[at] === 0x0a || bytes[at] === 0x0d) return false
  return true
}

function digitsAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) at += 1
  return at - start
}

function numberAt(bytes: Uint8Array, start: number, digits: number): number {
  let number = 0
  for (let at = start; at < start + digits; at += 1) number = number * 10 + (bytes[at] ?? 0) - 0x30
  return number
}

function dated(form: number, year: number, month: number, day: number): ReadDate {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  return packBirth(year, month, day) | (form << FORM_SHIFT) | (isDay ? 0 : IMPOSSIBLE)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
