import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { openTable } from './open-table.ts'
import { allRows, fileOf } from './support/in-memory.ts'

const HEADER = ['id', 'surname', 'forename', 'form']
const ENCODINGS = ['utf8', 'utf8 with mark', 'utf-16le', 'utf-16be', 'windows-1252'] as const

/** Cells as people and machines write them; what a table promises to change or refuse is kept out. */
function cellWith(lineEnd: string) {
  const letters = fc.constantFrom('a', 'Z', '9', 'é', 'ß', ' ', '"', ',', ';', '\t', '|', "'", '\\', lineEnd)
  return fc.string({ unit: letters, maxLength: 8 }).map((text) => `x${text}.`)
}

const written = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom(...ENCODINGS),
    quoted: fc.boolean(),
    chunkBytes: fc.integer({ min: 1, max: 50 }),
  })
  .chain((dialect) =>
    fc.record({
      dialect: fc.constant(dialect),
      rows: fc.array(fc.array(cellWith(dialect.lineEnd), { minLength: 4, maxLength: 4 }), { maxLength: 20 }),
    }),
  )

function encode(text: string, encoding: (typeof ENCODINGS)[number]): Uint8Array {
  if (encoding === 'utf8 with mark') return Buffer.from(`\ufeff${text}`)
  return iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') })
}

describe('a table, whatever stands in it', () => {
  it('reads back equal in any dialect and encoding, with the right lines (S-163)', async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ dialect: { delimiter, lineEnd, encoding, quoted, chunkBytes }, rows }) => {
        const text = stringify([HEADER, ...rows], { delimiter, record_delimiter: lineEnd, quoted })
        const table = await openTable(fileOf(encode(text, encoding), { chunkBytes }))
        if (!table.ok) throw new Error(table.failure.code)
        expect(table.value.header).toEqual(HEADER)
        const read = await allRows(table.value)
        expect(read.map((row) => ('values' in row ? row.values : row.problem.code))).toEqual(rows)
        let line = 2
        for (const [at, row] of rows.entries()) {
          expect(read[at]?.line).toBe(line)
          line += row.join('').split(lineEnd).length
        }
      }),
      { numRuns: 300 },
    )
  })

  it('agrees with csv-parse on every well-formed file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cellWith('\n'), { minLength: 4, maxLength: 4 }), { minLength: 1 }), async (rows) => {
        const text = stringify([HEADER, ...rows])
        const table = await openTable(fileOf(text))
        const read = table.ok ? await allRows(table.value) : []
        expect([HEADER, ...read.map((row) => ('values' in row ? row.values : []))]).toEqual(parse(text))
      }),
    )
  })

  it('never throws and never hangs on any bytes, and tells the same in any chunks', async () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '\r', ' ', '\0', ';', 'é'), maxLength: 400 })
        .map((text) => Buffer.from(text)),
    )
    await fc.assert(
      fc.asyncProperty(noise, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (bytes, chunkBytes, hasHeader) => {
        const all = hasHeader ? Buffer.concat([Buffer.from('id,surname\n'), bytes]) : bytes
        const read = async (chunk: number) => {
          const table = await openTable(fileOf(all, { chunkBytes: chunk }))
          return table.ok ? await allRows(table.value) : table.failure
        }
        const whole = await read(65_536)
        expect(await read(65_536)).toEqual(whole)
        // how damaged bytes are taken depends on what was seen before them: compare sound text only
        if (Buffer.from(all.toString()).equals(all)) expect(await read(chunkBytes)).toEqual(whole)
      }),
      { numRuns: 500 },
    )
  })

  it('counts every line of a damaged file once, as a row or as a broken row', async () => {
    const line = fc.constantFrom('1,a,b', '1,"a",b', '1,"a,b', '1,a"b,c', '1,a', '1,a,b,c', '"1","a","b"', '1,"a"x,b', '"x', '1,a,"b')
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const table = await openTable(fileOf(['id,name,form', ...lines].join('\n')))
        const read = table.ok ? await allRows(table.value) : []
        const inside = read.map((row) => ('values' in row ? row.values.join('').split('\n').length : 1))
        expect(inside.reduce((sum, count) => sum + count, 0)).toBe(lines.length)
      }),
      { numRuns: 500 },
    )
  })
})
