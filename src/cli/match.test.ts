import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testIo } from '../../test/support/io.ts'
import type { Parts } from './parts.ts'
import { runMuster } from './program.ts'

const PARTS: Parts = {
  startServer: () => {
    throw new TypeError('match starts no server')
  },
  startWorker: () => {
    throw new TypeError('match starts no worker')
  },
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-match-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Outcome {
  readonly code: number
  readonly pairs: readonly string[][]
  readonly out: string
  readonly err: string
}

/** Runs `muster match` over two texts, with more options; the pairs without their header. */
async function matching(
  directory: string,
  source: string,
  { args = [], map }: { readonly args?: string[]; readonly map?: unknown } = {},
): Promise<Outcome> {
  const path = (name: string) => join(folder, name)
  await writeFile(path('a.csv'), directory)
  await writeFile(path('b.csv'), source)
  await rm(path('pairs.csv'), { force: true })
  if (map !== undefined) await writeFile(path('map.json'), typeof map === 'string' ? map : JSON.stringify(map))
  const mapping = map === undefined ? [] : ['--map', path('map.json')]
  const io = testIo()
  const argv = ['match', '--directory', path('a.csv'), '--source', path('b.csv'), '--out', path('pairs.csv'), ...mapping, ...args]
  const code = await runMuster(argv, io, PARTS)
  const text = await readFile(path('pairs.csv'), 'utf8').catch(() => '')
  const [header, ...lines] = text.trimEnd().split('\n')
  const more = args.includes('--explain') ? ',explanation' : ''
  if (text !== '') expect(header).toBe(`directory_id,source_id,status,probability,bits,reasons${more}`)
  return { code, pairs: lines.map((line) => line.split(',')), out: io.outText(), err: io.errText() }
}

const HEADER = 'id,first_name,last_name,birth_date\n'
const ADA = 'd1,Ada,Okonkwo,2015-03-04\n'
const ids = ({ pairs }: Outcome) => pairs.map(([left, right]) => `${left}=${right}`)

describe('muster match', () => {
  it('writes the pairs with status, probability, bits and reasons, and lists nobody who is unpaired', async () => {
    const it = await matching(
      `${HEADER}${ADA}d2,Zofia,Harlock,2014-07-19\n`,
      `${HEADER}s1,Ada,Okonkwo,2015-03-04\ns9,Kofi,Mensah,2011-01-30\n`,
    )
    expect(it.code).toBe(0)
    expect(it.pairs).toEqual([
      ['d1', 's1', 'matched', expect.stringMatching(/^[01]\.\d{6}$/), expect.stringMatching(/^\d+\.\d\d$/), expect.any(String)],
    ])
    expect(it.pairs[0]?.[5]).toBe('forename.exact;surname.exact;birth_date.exact')
    expect(it.out).toContain('1 matched, 0 may match')
    expect(it.err).toBe('')
  })

  it.each([
    ['words', /^"?Matched: .*Same birth date/],
    ['bits', /^"?Matched: .* bits/],
  ])('says with --explain %s why, in a column more', async (how, text) => {
    const it = await matching(`${HEADER}${ADA}`, `${HEADER}s1,Ada,Okonkwo,2015-03-04\n`, { args: ['--explain', how] })
    expect(it.pairs[0]?.slice(6).join(',')).toMatch(text)
  })

  it('says may_match for a pair that a person should see', async () => {
    const it = await matching(`${HEADER}${ADA}`, `${HEADER}s1,Ada,Okonkwo,\n`)
    expect(it.pairs[0]?.[2]).toBe('may_match')
    expect(it.pairs[0]?.[5]).toContain('guard.only_names')
  })

  it.each([
    [
      'one map for both files',
      { id: 'nr', first_name: 'vor', last_name: 'nach', birth_date: 'geb' },
      'nr,vor,nach,geb\n',
      'nr,vor,nach,geb\n',
    ],
    [
      'a map for each file',
      {
        directory: { id: 'nr', first_name: 'vor', last_name: 'nach', birth_date: 'geb' },
        source: { id: 'no', first_name: 'pre', last_name: 'nom', birth_date: 'né' },
      },
      'nr,vor,nach,geb\n',
      'no,pre,nom,né\n',
    ],
  ])('reads columns by %s', async (_name, map, directory, source) => {
    expect(ids(await matching(`${directory}${ADA}`, `${source}s1,Ada,Okonkwo,2015-03-04\n`, { map }))).toEqual(['d1=s1'])
  })

  it('S-86 recognises the headers of a MIS, each file in its own dialect and form of date', async () => {
    const source = 'id;Surname;Forename;DOB;Gender;Year\ns1;Okonkwo;Ada;04/03/2015;F;Y6\n'
    expect(
      ids(await matching('id,first_name,last_name,birth_date,sex,year_group\nd1,Ada,Okonkwo,20150304,female,Year 6\n', source)),
    ).toEqual(['d1=s1'])
  })

  it('matches each school by itself', async () => {
    const header = `school,${HEADER}`
    const directory = `${header}A,${ADA}`
    const source = `${header}B,s1,Ada,Okonkwo,2015-03-04\n`
    expect(ids(await matching(directory, source, { args: ['--school-column', 'school'] }))).toEqual([])
    expect(ids(await matching(directory, source))).toEqual(['d1=s1'])
  })

  it('keeps pupils and staff apart where a column says who is who', async () => {
    const header = 'id,role,first_name,last_name,email\n'
    const directory = `${header}d1,staff,Anna,Harlock,a.harlock@oak.example.test\nd2,pupil,Ada,Okonkwo,\n`
    const source = `${header}s1,teacher,Anna,Whitfield,a.harlock@oak.example.test\ns2,student,Ada,Okonkwo,\ns3,parent,Ada,Okonkwo,\n`
    expect(ids(await matching(directory, source))).toEqual(['d2=s2', 'd1=s1'])
    expect(ids(await matching(directory, source, { args: ['--role', 'staff'] }))).toEqual(['d1=s1'])
  })
})

describe('muster match on rows that are wrong', () => {
  it('uses the first row of an id, tells the others with their line, and goes on', async () => {
    const it = await matching(
      `${HEADER}${ADA}d1,Zofia,Harlock,2014-07-19\n,Kofi,Mensah,2013-02-02\n`,
      `${HEADER}s1,Ada,Okonkwo,2015-03-04\n`,
    )
    expect(it.code).toBe(0)
    expect(ids(it)).toEqual(['d1=s1'])
    expect(it.err).toMatch(/a\.csv:3: An ID stands on more than one person \(id: d1\)/)
    expect(it.err).toMatch(/a\.csv:4: A person has no ID/)
    expect(it.out).toContain('1 of 3 rows of the directory')
  })

  it('tells a birth date in another form than its column, and matches without it', async () => {
    const rows = 's1,Ada,Okonkwo,04/03/2015\ns2,Kofi,Mensah,2013-02-02\ns3,Zofia,Harlock,2014-07-19\n'
    const it = await matching(`${HEADER}${ADA}`, `${HEADER}${rows}`)
    expect(it.err).toMatch(/b\.csv:2: A birth date cannot be read \(birth_date: 04\/03\/2015\)/)
    expect(it.pairs[0]?.slice(0, 3)).toEqual(['d1', 's1', 'may_match'])
  })

  it('counts what it does not list', async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `,Ada${row},Okonkwo,2015-03-04\n`).join('')
    const it = await matching(`${HEADER}${ADA}`, `${HEADER}${rows}`)
    expect(it.err).toContain('10 more like it: A person has no ID')
  })
})

describe('muster match on files and options that are wrong', () => {
  it.each<[string, string, string, number, RegExp]>([
    ['no id column', 'nr,first_name\n1,Ada\n', HEADER, 1, /No column says the id.*a\.csv.*nr, first_name/],
    [
      'dates with the month in front',
      `${HEADER}d1,Ada,Okonkwo,03/25/2015\n`,
      HEADER,
      1,
      /birth dates cannot be read.*birth_date of a\.csv/,
    ],
    ['an empty file', '', HEADER, 1, /a\.csv/],
  ])('ends with 1 for %s', async (_name, directory, source, code, text) => {
    const it = await matching(directory, source)
    expect(it.code).toBe(code)
    expect(it.err).toMatch(text)
    expect(it.pairs).toEqual([])
  })

  it.each<[string, unknown, RegExp]>([
    ['that is no JSON', '{', /it is not JSON/],
    ['of another form', { directory: 3 }, /has another form/],
    ['with a field that there is not', { shoe_size: 'x' }, /shoe_size.*first_name/],
    ['with an id column that there is not', { id: 'nr' }, /not there: nr/],
    ['with a column that there is not', { first_name: 'Vorname' }, /not there: Vorname/],
    ['with a column that one of the files does not have', { directory: { first_name: 'Vorname' }, source: {} }, /not there: Vorname/],
  ])('ends with 2 for a map %s', async (_name, map, text) => {
    const it = await matching(`${HEADER}${ADA}`, `${HEADER}s1,Ada,Okonkwo,2015-03-04\n`, { map })
    expect(it.code).toBe(2)
    expect(it.err).toMatch(text)
    expect(it.pairs).toEqual([])
  })

  it('ends with 2 for a school column that there is not', async () => {
    const it = await matching(`${HEADER}${ADA}`, HEADER, { args: ['--school-column', 'campus'] })
    expect(it.code).toBe(2)
    expect(it.err).toContain('campus')
  })

  it.each([[['match']], [['match', '--directory', 'a.csv', '--source', 'b.csv']], [['match', '--role', 'parent']]])(
    'ends with 2 for %j',
    async (argv) => {
      expect(await runMuster(argv, testIo(), PARTS)).toBe(2)
    },
  )

  it('ends with 1 and the place when the pairs cannot be written', async () => {
    const io = testIo()
    await writeFile(join(folder, 'a.csv'), `${HEADER}${ADA}`)
    const files = ['--directory', join(folder, 'a.csv'), '--source', join(folder, 'a.csv')]
    expect(await runMuster(['match', ...files, '--out', join(folder, 'missing', 'pairs.csv')], io, PARTS)).toBe(1)
    expect(io.errText()).toMatch(/cannot be written.*ENOENT/)
  })
})
