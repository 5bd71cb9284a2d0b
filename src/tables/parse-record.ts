import type { Line } from './physical-lines.ts'
import type { Dialect } from './table.ts'

/** What cutting a record needs to know of the file. */
export type RecordDialect = Pick<Dialect, 'delimiter' | 'lineEnd'>

/**
 * The cells of the record that begins at `lines[at]`, and how many lines it takes; or why there are none:
 * `open`, the lines end inside quotation marks; `unclosed`, a quotation mark that was opened on an earlier line meets
 * one that can neither close it nor belong to its text.
 */
export type ParsedRecord = { readonly cells: string[]; readonly lineCount: number } | 'open' | 'unclosed'

/** What a cell ran into: the delimiter, the end of the line, or the end of the line inside quotation marks. */
interface Cursor {
  at: number
  line: number
}

interface Cursor {
  at: number
  line: number
}

/**
 * Reads RFC 4180 and what people write instead: a quotation mark inside an unquoted cell belongs to its text
 * (`6" ruler`), one inside a quoted cell too, as long as the cell closes on its line (`"the "new" girl"`), and a cell
 * that begins with a quoted word is taken as it stands (`"Bob" Smith`).
 *
 * csv-parse cannot go on behind a quotation mark that is never closed, nor tell such a row from its neighbours; it is
 * the oracle of the tests instead.
 */
export function parseRecord(lines: readonly Line[], at: number, dialect: RecordDialect): ParsedRecord {
  const first = textAt(lines, at)
  if (!first.includes('"')) return { cells: first.split(dialect.delimiter), lineCount: 1 }
  const cells: string[] = []
  const cursor: Cursor = { at: 0, line: at }
  for (;;) {
    const begins = textAt(lines, cursor.line)
    const cell = begins[cursor.at] === '"' ? quotedCell(lines, cursor, dialect) : plainCell(begins, cursor, dialect)
    if (cell.end !== 'cell') return cell.end
    cells.push(cell.text)
    if (cursor.at >= textAt(lines, cursor.line).length) return { cells, lineCount: cursor.line - at + 1 }
    cursor.at += 1
  }
}

type Cell = { readonly end: 'cell'; readonly text: string } | { readonly end: 'open' | 'unclosed' }

function textAt(lines: readonly Line[], at: number): string {
  const line = lines[at]
  return typeof line === 'string' ? line : ''
}

function plainCell(line: string, cursor: Cursor, { delimiter }: RecordDialect): Cell {
  const start = cursor.at
  const end = line.indexOf(delimiter, start)
  cursor.at = end < 0 ? line.length : end
  return { end: 'cell', text: line.slice(start, cursor.at) }
}

function quotedCell(lines: readonly Line[], cursor: Cursor, dialect: RecordDialect): Cell {
  const start = { ...cursor }
  let text = ''
  let hasStrayQuote = false
  cursor.at += 1
  for (;;) {
    const line = lines[cursor.line]
    if (line === undefined) return { end: 'open' }
    if (typeof line !== 'string') return { end: 'unclosed' }
    const quote = line.indexOf('"', cursor.at)
    if (quote < 0) {
      // a quoted word at the start of an unquoted cell: its quotation marks are text
      if (hasStrayQuote) return plainCell(line, Object.assign(cursor, start), dialect)
      text += line.slice(cursor.at) + dialect.lineEnd
      cursor.line += 1
      cursor.at = 0
      continue
    }
    text += line.slice(cursor.at, quote)
    cursor.at = quote + 1
    const next = line[cursor.at]
    if (next === undefined || next === dialect.delimiter) return { end: 'cell', text }
    if (next !== '"' && cursor.line > start.line) return { end: 'unclosed' }
    hasStrayQuote ||= next !== '"'
    text += '"'
    if (next === '"') cursor.at += 1
  }
}
