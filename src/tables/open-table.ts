import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { isSecretColumn } from '../roster/index.ts'
import { createDecoder, type Decoder } from './decode.ts'
import { FieldReader } from './field-reader.ts'
import { problemOfFailure } from './read-failure.ts'
import type { Shape } from './read-rows.ts'
import { type Reading, RowFeed } from './row-feed.ts'
import { type Sniffed, sniff } from './sniff.ts'
import type { BrokenRow, FieldBatch, Row, SourceFile, Table } from './table.ts'

/** Enough for the header and some tens of rows of any roster seen. */
const SAMPLE_BYTES = 64 * 1024
const BATCH_ROWS_MAX = 1000

/**
 * Opens a file as a table: finds out encoding, delimiter, line end and header from its first 64 KiB, and closes it
 * again; the rows are read when asked for. Blank rows, and rows of nothing but delimiters, are not told. A failure
 * while rows are read (a damaged archive, a lost disk) comes as a last, broken row.
 */
export async function openTable(file: SourceFile): Promise<Result<Table, Problem>> {
  const sample = await readSample(file)
  if (!sample.ok) return sample
  const { bytes, isWhole } = sample.value
  if (isDocument(bytes)) return fail(problem('file.is_spreadsheet', { file: file.name }))
  const decoder = createDecoder(bytes)
  const sniffed = sniff(decoder.push(bytes) + (isWhole ? decoder.end() : ''), isWhole, file.name)
  if (!sniffed.ok) return sniffed
  const header = withoutUnnamedEnd(sniffed.value.headerCells)
  const { dialect, headerCells, firstLine } = sniffed.value
  const isExact = header.some(isSecretColumn)
  const shape: Shape = { file: file.name, dialect, width: header.length, cellsMax: headerCells.length, isExact, header }
  let reading: Pick<Decoder, 'encoding'> = decoder
  return ok({
    file: file.name,
    size: file.size,
    header,
    problems: headerProblems(file.name, header, sniffed.value),
    get dialect() {
      return { ...dialect, encoding: reading.encoding }
    },
    rows() {
      const decoder = createDecoder(bytes)
      reading = decoder
      return rowsOf({ file, shape, firstLine, decoder })
    },
    fields(wanted) {
      const reader = new FieldReader({ shape, firstLine, decoder: createDecoder(bytes) }, wanted)
      reading = reader
      return fieldsOf(file, reader)
    },
  })
}

async function readSample(file: SourceFile): Promise<Result<{ bytes: Uint8Array; isWhole: boolean }, Problem>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunksOf(file)) {
    if (!(chunk instanceof Uint8Array)) return fail(chunk)
    chunks.push(chunk.slice())
    length += chunk.length
    if (length >= SAMPLE_BYTES) return ok({ bytes: Buffer.concat(chunks).subarray(0, SAMPLE_BYTES), isWhole: false })
  }
  return ok({ bytes: Buffer.concat(chunks), isWhole: true })
}

/** Zip (xlsx, ods), the older Office container, PDF, gzip inside gzip: no text, whatever the name says. */
function isDocument(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '%PDF'].includes(start) || start.startsWith('\u001f\u008b')
}

function withoutUnnamedEnd(cells: readonly string[]): string[] {
  const named = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, named + 1)
}

function headerProblems(file: string, header: readonly string[], { headerLine, hasTitleRows }: Sniffed): Problem[] {
  const at = { file, line: headerLine }
  const twice = header.filter((name, index) => name !== '' && header.indexOf(name) < index)
  return [
    ...(hasTitleRows ? [problem('file.title_rows', { ...at, params: { line: headerLine } })] : []),
    ...[...new Set(twice)].map((column) => problem('file.column_twice', { ...at, column })),
    ...(header.includes('') ? [problem('file.column_unnamed', { ...at, column: `${header.indexOf('') + 1}` })] : []),
  ]
}

async function* rowsOf({
  file,
  shape,
  firstLine,
  decoder,
}: Reading & { readonly file: SourceFile }): AsyncGenerator<readonly (Row | BrokenRow)[]> {
  const feed = new RowFeed(shape, firstLine)
  for await (const chunk of chunksOf(file)) {
    if (chunk instanceof Uint8Array) yield* batches(feed.push(decoder.push(chunk)))
    else {
      yield* batches(feed.breakOff())
      yield [{ line: feed.line, problem: { ...chunk, line: feed.line } }]
      return
    }
  }
  yield* batches(feed.end(decoder.end()))
}

/** The same rows without a text for each cell. */
async function* fieldsOf(file: SourceFile, reader: FieldReader): AsyncGenerator<FieldBatch> {
  for await (const chunk of chunksOf(file)) {
    if (chunk instanceof Uint8Array) yield reader.push(chunk)
    else {
      yield reader.breakOff(chunk)
      return
    }
  }
  yield reader.end()
}

/** The bytes of a file; where they cannot be had, the problem as the last element. */
async function* chunksOf(file: SourceFile): AsyncGenerator<Uint8Array | Problem> {
  try {
    yield* file.open()
  } catch (error) {
    yield problemOfFailure(error, file.name)
  }
}

function* batches(rows: readonly (Row | BrokenRow)[]): Generator<readonly (Row | BrokenRow)[]> {
  for (let at = 0; at < rows.length; at += BATCH_ROWS_MAX) yield rows.slice(at, at + BATCH_ROWS_MAX)
}
