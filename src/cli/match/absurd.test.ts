import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testIo } from '../../../test/support/io.ts'
import { runMuster } from '../program.ts'

const broken = () => {
  throw new TypeError('match starts nothing')
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-absurd-'))
})
afterAll(() => rm(folder, { recursive: true }))

const HEADER = 'id,first_name,last_name,birth_date'
const table = (rows: readonly string[], header = HEADER) => Buffer.from([header, ...rows, ''].join('\n'))
const rows = (count: number, of: (row: number) => string) => Array.from({ length: count }, (_, row) => of(row))

/** The first three cells of each pair. */
async function matching(directory: Uint8Array, source: Uint8Array, args: readonly string[] = []) {
  const [left, right, out] = [join(folder, 'a.csv'), join(folder, 'b.csv'), join(folder, 'pairs.csv')]
  await writeFile(left, directory)
  await writeFile(right, source)
  await rm(out, { force: true })
  const io = testIo()
  const argv = ['match', '--directory', left, '--source', right, '--out', out, ...args]
  const code = await runMuster(argv, io, { startServer: broken, startWorker: broken })
  const text = await readFile(out, 'utf8').catch(() => '')
  const pairs = text.split('\n').slice(1, -1)
  return { code, pairs: pairs.map((line) => line.split(',').slice(0, 3).join(' ')), lines: pairs, err: io.errText() }
}

describe('muster match on absurd files', () => {
  it.each([
    ['nobody on either side', table([]), table([]), []],
    ['nobody in the source', table(['d1,Ada,King,2015-03-04']), table([]), []],
    ['one row on both sides', table(['d1,Ada,King,2015-03-04']), table(['s1,Ada,King,2015-03-04']), ['d1 s1 matched']],
    ['ids and nothing else', table(rows(300, (row) => `d${row},,,`)), table(rows(300, (row) => `s${row},,,`)), []],
    ['only the id column', table(rows(9, String), 'id,form'), table(rows(9, String), 'id,form'), []],
    [
      'dates at the ends of time',
      table(['d1,Ada,King,9999-12-31', 'd2,Zofia,Moss,0000-01-01']),
      table(['s1,Ada,King,9999-12-31']),
      ['d1 s1 matched'],
    ],
  ])('pairs nobody wrongly with %s', async (_name, directory, source, pairs) => {
    const it = await matching(directory, source)
    expect([it.code, it.pairs]).toEqual([0, pairs])
  })

  it('is certain of nobody where all are the same, and soon done', async () => {
    const same = (id: string) => table(rows(2000, (row) => `${id}${row},Ada,King,2015-03-04`))
    const it = await matching(same('d'), same('s'))
    expect(it.code).toBe(0)
    expect(it.pairs.filter((pair) => pair.endsWith(' matched'))).toEqual([])
  })

  it('takes names of 100 KB and ids of 10 KB', async () => {
    const [name, id] = ['Ada '.repeat(25_000), 'x'.repeat(10_000)]
    const it = await matching(table([`d${id},${name},King,2015-03-04`]), table([`s${id},${name},King,2015-03-04`]))
    expect(it.pairs).toEqual([`d${id} s${id} matched`])
  })

  it('reads on where characters are damaged', async () => {
    const damaged = Buffer.concat([table(['d1,Ada,King,2015-03-04', 'd2,Zoë,Li,2014-01-02']), Buffer.from([0x64, 0x33, 0xff, 0x2c])])
    const it = await matching(Buffer.concat([damaged, Buffer.from('Tom,Lee,2013-05-06\n')]), table(['s1,Ada,King,2015-03-04']))
    expect([it.code, it.pairs]).toEqual([0, ['d1 s1 matched']])
  })

  it('reads half a surrogate of UTF-16', async () => {
    const text = `${HEADER}\nd1,Ada\ud800,King,2015-03-04\n`
    const it = await matching(Buffer.from(`\ufeff${text}`, 'utf16le'), table(['s1,Ada,King,2015-03-04']))
    expect([it.code, it.pairs.length]).toEqual([0, 1])
  })

  it('puts ids in quotation marks only where they need them, in the order of their bytes', async () => {
    const ids = ['d10', 'd9', 'd"1', 'd,2', 'é', 'd', 'D1']
    const quoted = (id: string) => `"${id.replaceAll('"', '""')}"`
    const people = (prefix: string) =>
      table(ids.map((id, at) => `${quoted(prefix + id)},Name${'abcdefg'[at]}ton,Family${at}${at}x,2015-03-0${at + 1}`))
    const it = await matching(people(''), people('s'))
    expect(it.lines.map((line) => line.replace(/,matched.*/, ''))).toEqual([
      'D1,sD1',
      'd,sd',
      '"d""1","sd""1"',
      '"d,2","sd,2"',
      'd10,sd10',
      'd9,sd9',
      'é,sé',
    ])
  })
})
