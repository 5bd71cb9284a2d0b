import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { findHeader, type SampleRecord } from './find-header.ts'
import { parseRecord, type RecordDialect } from './parse-record.ts'
import { createLineCutter, detectLineEnd } from './physical-lines.ts'
import type { Dialect } from './table.ts'

/** What the beginning of a file tells about the whole. */
export interface Sniffed {
  readonly dialect: RecordDialect
  /** Cells of the header row, trimmed. */
  readonly headerCells: readonly string[]
  /** Line of the header, counted from 1. */
  readonly headerLine: number
  /** First line behind the header. */
  readonly firstLine: number
  readonly hasTitleRows: boolean
}

const DELIMITERS = [',', '\t', ';', '|'] as const satisfies readonly Dialect['delimiter'][]
const SAMPLE_RECORDS_MAX = 60

/** Finds delimiter, line end and header in the first text of a file. `isWhole`: the file ends with it. */
export function sniff(text: string, isWhole: boolean, file: string): Result<Sniffed, Problem> {
  if (text.trim() === '') return fail(problem('file.empty', { file }))
  const lineEnd = detectLineEnd(text)
  const lines = sampleLines(text, lineEnd, isWhole)
  const declared = /^"?sep=([,;|\t])"?$/.exec(lines[0] ?? '')?.[1]
  const candidates = DELIMITERS.filter((delimiter) => declared === undefined || delimiter === declared)
  const from = declared === undefined ? 0 : 1
  const best = candidates
    .map((delimiter) => attempt(lines, from, { delimiter, lineEnd }))
    .reduce((winner, next) => (next.score > winner.score ? next : winner))
  const header = best.header
  const open = openHeader(lines.slice(from, header?.line ?? lines.length), best)
  if (open !== null) return fail(problem('file.unclosed_quote_in_header', { file, line: from + open + 1 }))
  if (header === null) return fail(problem('file.no_header', { file, line: (best.records[0]?.line ?? 0) + 1 }))
  return ok({
    dialect: best.dialect,
    headerCells: header.cells.map((cell) => cell.trim()),
    headerLine: header.line + 1,
    firstLine: header.line + header.lineCount + 1,
    hasTitleRows: header !== best.records[0],
  })
}

function sampleLines(text: string, lineEnd: Dialect['lineEnd'], isWhole: boolean): string[] {
  const cutter = createLineCutter(lineEnd)
  const whole = cutter.push(text)
  const lines = isWhole || whole.length === 0 ? [...whole, ...cutter.end()] : whole
  return lines.map((line) => (typeof line === 'string' ? line : ''))
}

interface Attempt {
  readonly dialect: RecordDialect
  readonly records: readonly SampleRecord[]
  readonly header: SampleRecord | null
  readonly score: number
}

/** The first of the lines above the header that is as wide as the rows, and only no header because of a quotation mark. */
function openHeader(above: readonly string[], { dialect, records }: Attempt): number | null {
  const width = records.at(-1)?.cells.length ?? 0
  const at = above.findIndex((line, index) => {
    const isWide = width > 1 && line.split(dialect.delimiter).length >= width
    return isWide && typeof parseRecord(above.slice(index, index + 1), 0, dialect) === 'string'
  })
  return at < 0 ? null : at
}

/**
 * The more columns and the more rows that have as many as the header, the likelier the delimiter. One under which the
 * first row is the header of most rows beats any under which it must be a title.
 */
function attempt(lines: readonly string[], from: number, dialect: RecordDialect): Attempt {
  const records = sampleRecords(lines, from, dialect)
  const at = findHeader(records)
  const header = at === null ? null : (records[at] ?? null)
  const rows = records.slice(at ?? 0)
  const width = rows[0]?.cells.length ?? 0
  const share = rows.filter(({ cells }) => cells.length === width).length / rows.length
  const weight = at === 0 && share >= 0.5 ? 1000 : 1
  return { dialect, records, header, score: width < 2 ? 0 : share * width * weight }
}

function sampleRecords(lines: readonly string[], from: number, dialect: RecordDialect): SampleRecord[] {
  const records: SampleRecord[] = []
  let line = from
  while (line < lines.length && records.length < SAMPLE_RECORDS_MAX) {
    const parsed = parseRecord(lines, line, dialect)
    const { cells, lineCount } = typeof parsed === 'string' ? { cells: [], lineCount: 1 } : parsed
    if (cells.some((cell) => cell.trim() !== '')) records.push({ line, lineCount, cells })
    line += lineCount
  }
  return records
}
