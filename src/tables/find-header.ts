/** The cells of one record of the sample. */
export interface SampleRecord {
  /** Index of its first line in the sample. */
  readonly line: number
  readonly lineCount: number
  readonly cells: readonly string[]
}

/** Rows above a header are a title, a date, a school's name; more is something else. */
const TITLE_ROWS_MAX = 10

/**
 * Which of the first records is the header: the first one that fills about as many cells as the rows do, with no more
 * than ten sparsely filled rows above it. Null where that row looks like data.
 */
export function findHeader(records: readonly SampleRecord[]): number | null {
  const filled = records.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  const typical = median(filled)
  const at = filled.findIndex((count) => count >= typical / 2 && count >= Math.min(2, typical))
  const isPlausible = at <= TITLE_ROWS_MAX && filled.slice(0, at).every((count) => count <= Math.min(2, typical - 1))
  const header = isPlausible ? Math.max(at, 0) : 0
  const cells = records[header]?.cells ?? []
  return looksLikeData(cells) ? null : header
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** Numbers, dates, e-mail addresses and UPNs are no column names; a header may have a few numbered columns. */
const DATA = /^(?:="?\d|[-+]?\d+(?:[.,]\d+)*$|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|[^\s@]+@[^\s@]+\.[^\s@]+$|[A-Z]\d{11}[\dA-Z]$)/

function looksLikeData(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const data = filled.filter((cell) => DATA.test(cell)).length
  return filled.length === 0 || data / filled.length >= 0.25
}
