import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { openTable } from './open-table.ts'
import { allRows, fileOf } from './support/in-memory.ts'
import type { Row, Table } from './table.ts'

const COLUMNS = ['id', 'surname', 'forename']

/** Rows and broken rows in file order, as `rows()` tells them, but of some columns only and without lone surrogates. */
async function bySlowPath(table: Table, wanted: readonly number[]) {
  const cells = (row: Row) => wanted.map((column) => Buffer.from(row.values[column] ?? '').toString())
  return (await allRows(table)).map((row) => ('problem' in row ? row : { line: row.line, values: cells(row) }))
}

async function byFastPath(table: Table, wanted: readonly number[]) {
  const all: unknown[] = []
  for await (const { bytes, count, lines, starts, ends, broken } of table.fields(wanted)) {
    const rows = Array.from({ length: count }, (_, row) => ({
      line: lines[row] ?? 0,
      values: wanted.map((_column, at) => {
        const cell = row * wanted.length + at
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(starts[cell], ends[cell]))
      }),
    }))
    all.push(...[...rows, ...broken].sort((one, other) => one.line - other.line))
  }
  return all
}

const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('7', 'Ann', 'Zoë', 'O’Hara', ' ', '', '名', '😀', '\u00a0', '\ufeff', 'id', '\u001a', '6" ruler'),
  },
  { weight: 2, arbitrary: fc.constantFrom('"Ann"', '"a,b"', '""', '"a ""b"""', '"Bob" S', '"x', 'y"', '"a\nb"', '"=1"', '"\r') },
  { weight: 1, arbitrary: fc.constantFrom("'007", '="007"', '"=""007"""', "'t Hooft", '\0', '\r', 'Total: 3', '\ud800') },
)
const cells = fc.oneof({ weight: 8, arbitrary: fc.array(piece, { minLength: 3, maxLength: 3 }) }, fc.array(piece, { maxLength: 5 }))
const line = fc.oneof(
  { weight: 12, arbitrary: cells.map((row) => row.join(',')) },
  fc.constantFrom('', ' , ,', 'id,surname,forename', ' id, surname,forename', '"id","surname","forename"', 'x'.repeat(300)),
)
const written = fc.record({
  rows: fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r\r\n')), { maxLength: 25 }),
  start: fc.constantFrom(
    'id,surname,forename\n',
    '\ufeffid,surname,forename\r\n',
    'id,surname,password\n',
    'List\n\nid,surname,forename\n',
  ),
  encoding: fc.constantFrom('utf8', 'utf8', 'utf8', 'windows-1252', 'utf-16le'),
  damage: fc.array(fc.tuple(fc.nat(600), fc.constantFrom(0xe9, 0xff, 0x80)), { maxLength: 1 }),
  chunkBytes: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 400 })),
  wanted: fc.constantFrom([0, 1, 2], [2, 0], [1], []),
})

describe('the cells of a table, read in bytes', () => {
  it('are those that are read as text, with the same lines and problems', async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ rows, start, encoding, damage, chunkBytes, wanted }) => {
        const bytes = iconv.encode(start + rows.map((it) => it.join('')).join(''), encoding, { addBOM: encoding === 'utf-16le' })
        for (const [at, byte] of damage) if (at < bytes.length && at > start.length + 2) bytes[at] = byte
        const table = await openTable(fileOf(bytes, { chunkBytes }))
        if (!table.ok || table.value.header.length !== COLUMNS.length) return
        const slow = await bySlowPath(table.value, wanted)
        const encodingOfSlow = table.value.dialect.encoding
        expect(await byFastPath(table.value, wanted)).toEqual(slow)
        expect(table.value.dialect.encoding).toBe(encodingOfSlow)
      }),
      { numRuns: 1000 },
    )
  })
})
