/** What stands in an address behind the question mark: texts by name. */
export type SearchTexts = Readonly<Record<string, unknown>>

/** Reads `?q=oak&page=2`: every value is a text, so that a year group "6" stays one. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

/** Writes the values that are not empty, in the order in which they were given. */
export function stringifySearch(search: SearchTexts): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.append(name, String(value))
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** A page number from 1; whatever else stands there is page 1, which is not written. */
export function readPage(value: unknown): number | undefined {
  const page = Number(value)
  return Number.isSafeInteger(page) && page > 1 && page <= 100_000 ? page : undefined
}

/** What people typed, at most 100 characters. */
export function readText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim().slice(0, 100) : typeof value === 'number' ? String(value) : ''
  return text === '' ? undefined : text
}

/** A day of the calendar, `YYYY-MM-DD`; whatever else stands there is none. */
export function readDay(value: unknown): string | undefined {
  const time = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(String(value)) ? undefined : String(value)
}

/** One of the choices there are; anything else is none. */
export function readChoice<Choice extends string>(value: unknown, choices: readonly Choice[]): Choice | undefined {
  return choices.find((it) => it === value)
}

/** An address of ours to go to after signing in; addresses elsewhere are none. */
export function readNext(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/sign-in') ? value : undefined
}
