import { problem } from '../kernel/index.ts'
import { parseRecord, type RecordDialect } from './parse-record.ts'
import { type Line, ROW_CHARACTERS_MAX, TOO_LONG } from './physical-lines.ts'
import { isSummary } from './summary-row.ts'
import type { BrokenRow, Row } from './table.ts'

/** What the rows of one file must look like. */
export interface Shape {
  readonly file: string
  readonly dialect: RecordDialect
  /** Columns up to the last one that has a name. */
  readonly width: number
  /** Cells the header row has, unnamed ones at its end included; filled cells beyond are too many. */
  readonly cellsMax: number
  /** A column holds passwords: a row must have exactly as many cells as the header, so that none slips into another column (D9). */
  readonly isExact: boolean
  readonly header: readonly string[]
}

/** Lines in hand, the number of the first of them in the file, and whether the file ends with them. */
export interface Lines {
  readonly lines: readonly Line[]
  readonly firstLine: number
  readonly isEnd: boolean
}

/**
 * The rows that stand in these lines, and how many of the lines they take; the lines left over belong to a row that
 * only the next lines can end.
 *
 * Every line that is not blank is told: in a row, or in a broken row. A row whose quotation mark is never closed costs
 * its first line only; the lines behind it are read again on their own.
 */
export function readRows(input: Lines, shape: Shape): { readonly rows: readonly (Row | BrokenRow)[]; readonly used: number } {
  const { lines, firstLine, isEnd } = input
  const rows: (Row | BrokenRow)[] = []
  const fits = firstFitting(lines, shape)
  let at = 0
  while (at < lines.length) {
    const line = firstLine + at
    const record = recordAt(lines, at, shape)
    if (record === 'open' && !isEnd && !isTooMuch(lines, at)) break
    if (record === 'open' || record === 'unclosed') {
      const resumed = fits(at + 1)
      if (resumed === lines.length && !isEnd && !isTooMuch(lines, at)) break
      rows.push(broken(shape, line, 'file.unclosed_quote', { resumedAt: firstLine + resumed }))
      at += 1
      continue
    }
    if (record === 'too long') rows.push(broken(shape, line, 'file.row_too_long', { charactersMax: ROW_CHARACTERS_MAX }))
    else if (!isBlank(record.cells)) rows.push(rowOf(record.cells, line, shape))
    at += record === 'too long' ? 1 : record.lineCount
  }
  return { rows, used: at }
}

/** A record of several lines that does not fit, while one of its lines would alone, has swallowed a row. */
function recordAt(lines: readonly Line[], at: number, shape: Shape) {
  if (lines[at] === TOO_LONG) return 'too long'
  const record = parseRecord(lines, at, shape.dialect)
  if (typeof record === 'string' || record.lineCount === 1) return record
  if (isTooMuch(lines.slice(at, at + record.lineCount), 0)) return 'unclosed'
  if (shape.isExact && hasAllDelimiters(lines[at], shape)) return 'unclosed'
  if (fitsHeader(record.cells, shape)) return record
  for (let inner = at + 1; inner < at + record.lineCount; inner++) {
    if (isWholeRow(lines.slice(inner, inner + 1), 0, shape)) return 'unclosed'
  }
  return record
}

/** A line with all the delimiters of a row, that goes on inside quotation marks: what follows may be another person's password. */
function hasAllDelimiters(line: Line | undefined, { dialect, cellsMax }: Shape): boolean {
  return typeof line === 'string' && line.split(dialect.delimiter).length >= cellsMax
}

/** Finds the next line at which a row begins that fits the header; looks at each line once, however often it is asked. */
function firstFitting(lines: readonly Line[], shape: Shape): (from: number) => number {
  let known = -1
  return (from) => {
    if (from <= known) return known
    known = from
    while (known < lines.length && !isWholeRow(lines, known, shape)) known += 1
    return known
  }
}

function isWholeRow(lines: readonly Line[], at: number, shape: Shape): boolean {
  if (lines[at] === TOO_LONG) return false
  const record = parseRecord(lines, at, shape.dialect)
  return typeof record !== 'string' && !isBlank(record.cells) && fitsHeader(record.cells, shape)
}

function isTooMuch(lines: readonly Line[], from: number): boolean {
  let characters = 0
  for (let at = from; at < lines.length && characters <= ROW_CHARACTERS_MAX; at++) {
    const line = lines[at]
    characters += typeof line === 'string' ? line.length + 1 : 0
  }
  return characters > ROW_CHARACTERS_MAX
}

function rowOf(cells: readonly string[], line: number, shape: Shape): Row | BrokenRow {
  const { width, cellsMax, isExact } = shape
  if (isRepeatedHeader(cells, shape)) return { ...broken(shape, line, 'file.layout_row', {}), isLayout: true }
  if (!fitsHeader(cells, shape)) {
    const least = isExact ? cellsMax : width
    const code = cells.length < least ? 'file.row_with_too_few_cells' : 'file.row_with_too_many_cells'
    if (isSummary(cells)) return { ...broken(shape, line, 'file.layout_row', {}), isLayout: true }
    return broken(shape, line, code, { found: cells.length, expected: cells.length < least ? least : isExact ? width : cellsMax })
  }
  const withNul = cells.findIndex((cell) => cell.includes('\0'))
  if (withNul >= 0) {
    return { line, problem: problem('file.nul_byte', { file: shape.file, line, column: shape.header[withNul] ?? null }) }
  }
  const values = cells.length === width ? cells : cells.slice(0, width)
  return { line, values: values.some(isWrapped) ? values.map(unwrapped) : values }
}

function fitsHeader(cells: readonly string[], { width, cellsMax, isExact }: Shape): boolean {
  if (cells.length < width || (isExact && cells.length !== cellsMax)) return false
  for (let at = isExact ? width : cellsMax; at < cells.length; at++) if (cells[at]?.trim() !== '') return false
  return true
}

/** Printed lists repeat their header on each page. */
function isRepeatedHeader(cells: readonly string[], { header }: Shape): boolean {
  return header.length > 1 && header.length <= cells.length && header.every((name, at) => cells[at]?.trim() === name)
}

/** Also the mark with which old programs end a file. */
function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '' && cell !== '\u001a') return false
  return true
}

function isWrapped(value: string): boolean {
  const first = value.charCodeAt(0)
  return first === 0x3d || first === 0x27
}

/** Excel's ways of keeping a number as it was typed: `="00123"` and `'00123`. Names such as `'t Hooft` stay. */
function unwrapped(value: string): string {
  const formula = /^="([^"]*)"$/.exec(value)?.[1]
  return formula ?? value.replace(/^'(?=[0-9]+$|[=+\-@])/, '')
}

/** No value: a cell out of its column may be a password. */
function broken(shape: Shape, line: number, code: Parameters<typeof problem>[0], params: Readonly<Record<string, number>>): BrokenRow {
  return { line, problem: problem(code, { file: shape.file, line, params }) }
}
