import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testIo } from '../../test/support/io.ts'
import { runMuster } from './program.ts'

/** Public record-linkage sets; they may not be shipped, so the tests rest where the folder is not. */
const SETS = new URL('../../../shared/data/linkage/', import.meta.url)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-match-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Cells = readonly string[]

/** Rows of a set, names and birth date only, and what person each row is about. */
async function readSet(file: string): Promise<{ readonly id: string; readonly person: string; readonly line: string }[]> {
  const [header = '', ...lines] = (await readFile(new URL(file, SETS), 'utf8')).trim().split(/\r?\n/)
  const names = header.split(',').map((name) => name.trim())
  const cell = (cells: Cells, ...of: string[]) => cells[names.findIndex((name) => of.includes(name))]?.trim() ?? ''
  return lines.map((line) => {
    const cells = line.split(',')
    const id = cell(cells, 'rec_id', 'unique_id')
    const fields = [id, cell(cells, 'given_name', 'first_name'), cell(cells, 'surname'), cell(cells, 'date_of_birth', 'dob')]
    return { id, person: cell(cells, 'cluster') || (id.split('-')[1] ?? ''), line: fields.join(',') }
  })
}

/** The first row of a person is held, the second one arrives; precision and recall of the pairs. */
async function measure(file: string) {
  const held = new Map<string, string>()
  const arriving = new Map<string, string>()
  const personOf = new Map<string, string>()
  for (const { id, person, line } of (await readSet(file)).sort(
    (left, right) => (left.id.endsWith('org') ? -1 : 0) - (right.id.endsWith('org') ? -1 : 0),
  )) {
    personOf.set(id, person)
    if (!held.has(person)) held.set(person, line)
    else if (!arriving.has(person)) arriving.set(person, line)
  }
  const paths = ['a.csv', 'b.csv', 'pairs.csv'].map((name) => join(folder, name))
  const [directory = '', source = '', out = ''] = paths
  const header = 'id,first_name,last_name,birth_date'
  await writeFile(directory, [header, ...held.values()].join('\n'))
  await writeFile(source, [header, ...arriving.values()].join('\n'))
  const broken = () => {
    throw new TypeError('match starts nothing')
  }
  const code = await runMuster(['match', '--directory', directory, '--source', source, '--out', out], testIo(), {
    startServer: broken,
    startWorker: broken,
  })
  expect(code).toBe(0)
  const pairs = (await readFile(out, 'utf8'))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  const isRight = ([left = '', right = '']: Cells) => personOf.get(left) === personOf.get(right)
  const certain = pairs.filter(([, , status]) => status === 'matched')
  return {
    wrong: certain.filter((pair) => !isRight(pair)).length,
    certain: certain.length / arriving.size,
    precision: pairs.filter(isRight).length / pairs.length,
    recall: pairs.filter(isRight).length / arriving.size,
  }
}

describe.skipIf(!existsSync(SETS))('muster match on public sets, by names and birth date only (the folder shared/data is needed)', () => {
  it.each([
    ['febrl1.csv', { certain: 0.6, precision: 0.99, recall: 0.96 }],
    ['febrl3.csv', { certain: 0.6, precision: 0.99, recall: 0.94 }],
    ['febrl-generated-10k.csv', { certain: 0.48, precision: 0.98, recall: 0.9 }],
    ['fake_1000.csv', { certain: 0.2, precision: 0.98, recall: 0.65 }],
  ])('takes nobody wrong for certain in %s, and finds what it found when its weights were set', async (file, atLeast) => {
    const { wrong, ...measured } = await measure(file)
    expect(wrong).toBe(0)
    expect(measured.certain).toBeGreaterThan(atLeast.certain)
    expect(measured.precision).toBeGreaterThan(atLeast.precision)
    expect(measured.recall).toBeGreaterThan(atLeast.recall)
  })
})
