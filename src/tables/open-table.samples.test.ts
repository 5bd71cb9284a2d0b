import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { openTable } from './open-table.ts'
import { allRows, fileOf } from './support/in-memory.ts'

const SHARED = join(import.meta.dirname, '../../../shared/data/text')
const isThere = existsSync(SHARED)
const SPECTRUM = join(SHARED, 'csv-spectrum')

async function records(content: Uint8Array): Promise<Record<string, string>[]> {
  const table = await openTable(fileOf(content))
  if (!table.ok) throw new Error(table.failure.code)
  const { header } = table.value
  const rows = await allRows(table.value)
  return rows.map((row) =>
    Object.fromEntries(header.map((name, at) => [name, 'values' in row ? (row.values[at] ?? '') : row.problem.code])),
  )
}

describe.skipIf(!isThere)('edge cases that others collected (skipped where ../shared/data is missing)', () => {
  const samples = isThere ? readdirSync(SPECTRUM).filter((name) => name.endsWith('.csv')) : []
  it.each(samples)('csv-spectrum %s', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(join(SPECTRUM, 'expected', name.replace('.csv', '.json')), 'utf8'))
    expect(await records(readFileSync(join(SPECTRUM, name)))).toEqual(expected)
  })

  it('naughty strings survive as names', async () => {
    const naughty: unknown = JSON.parse(readFileSync(join(SHARED, 'naughty-strings.json'), 'utf8'))
    const names = Array.isArray(naughty)
      ? naughty.filter((text): text is string => typeof text === 'string' && !/^'[0-9=+\-@]/.test(text))
      : []
    const text = stringify([['id', 'surname', 'form'], ...names.map((name, at) => [`${at}x`, name, '4B'])])
    expect((await records(Buffer.from(text))).map((record) => record['surname'])).toEqual(names)
  })
})

describe('edge cases of our own', () => {
  it.each([
    ['a comma in quotes', 'id,name\n7,"Moss, Ann"', [{ id: '7', name: 'Moss, Ann' }]],
    [
      'empty quotes',
      'id,name,form\n7,"",""\n8,Jo,4B',
      [
        { id: '7', name: '', form: '' },
        { id: '8', name: 'Jo', form: '4B' },
      ],
    ],
    ['quotes and line breaks', 'id,note\n7,"says\n""hi""\n"\n', [{ id: '7', note: 'says\n"hi"\n' }]],
    ['letters beyond the first plane', 'id,name\n7,𠮷野 👩‍🏫\n', [{ id: '7', name: '𠮷野 👩‍🏫' }]],
    ['right to left, zero width, combining', 'id,name\n7,שָׁלוֹם\u200f\u200b e\u0301\n', [{ id: '7', name: 'שָׁלוֹם\u200f\u200b e\u0301' }]],
    ['script', 'id,name\n7,"<script>alert(""x"")</script>"\n', [{ id: '7', name: '<script>alert("x")</script>' }]],
  ])('%s', async (_name, content, expected) => {
    expect(await records(Buffer.from(content))).toEqual(expected)
  })
})
