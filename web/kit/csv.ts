/** What begins like this is a formula to a spreadsheet: a name such as `=1+1` would be calculated, or worse. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Rows as the text of a CSV file that every spreadsheet opens rightly: quoted, with a byte order mark, and no cell of which is a
 * formula (an apostrophe stands before it).
 */
export function csvOf(heading: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const lines = [heading, ...rows].map((row) => row.map(cellOf).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cellOf(value: string | null): string {
  const text = value ?? ''
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
