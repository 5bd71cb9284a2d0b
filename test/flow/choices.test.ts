import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { csv, oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()

const PUPIL = { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7', classes: ['7A'] }
const TEACHER = { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: 'd@oak.example.test' } as const

function school(id: string, ...people: Parameters<typeof oneRoster>[0]): string {
  return writePackage(muster.folder, oneRoster(people, { id, name: `School ${id}` }))
}

describe('who is created', () => {
  it('new pupils, and new staff only when asked for (S-61)', async () => {
    const source = school('a', PUPIL, TEACHER)
    const first = await muster.sync(source)
    expect(first.school).toMatchObject({ changes: { created: 1 }, statuses: { staff: { new: 1 }, pupils: { new: 1 } } })
    const second = await muster.sync(source, '--import-staff')
    expect(second.school).toMatchObject({ changes: { created: 1, unchanged: 1 }, statuses: { staff: { new: 1 }, pupils: { synced: 1 } } })
  })

  it('nobody with --import-none', async () => {
    const { code, school: told } = await muster.sync(school('b', PUPIL, TEACHER), '--import-none')
    expect(code).toBe(0)
    expect(told.changes).toMatchObject({ created: 0 })
    expect(JSON.parse((await muster.run('people', '--school', 'b', '--format', 'json')).out)).toEqual([])
  })
})

describe('which schools', () => {
  it('--school keeps one of a source, the rows of the others count as left out (D22)', async () => {
    const files = oneRoster([{ ...PUPIL, id: 'x' }], { id: 'c1', name: 'First' })
    const other = oneRoster([{ ...PUPIL, id: 'y' }], { id: 'c2', name: 'Second' })
    const both = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, name === 'manifest.csv' ? text : text + (other[name] ?? '').replace(/^.*\n/, '')]),
    )
    const { schools, rest } = await muster.sync(writePackage(muster.folder, both), '--school', 'c2')
    expect(schools.map((it) => it.school.externalId)).toEqual(['c2'])
    expect(schools[0]?.rows).toEqual({ read: 1, used: 1, leftOut: 0, rejected: 0 })
    expect(rest.rows).toEqual({ read: 1, used: 0, leftOut: 1, rejected: 0 })
    expect(await muster.ask(`select 1 from school where external_id = 'c1'`)).toEqual([])
  })
})

describe('pairs that may match', () => {
  it('stay undecided, with exit code 0, until --accept-may-match (S-55, S-65)', async () => {
    const row = { id: '1', first_name: 'Katherine', last_name: 'Holloway', birth_date: '2013-02-11', year_group: 'Year 7', role: 'pupil' }
    const others = Array.from({ length: 8 }, (_, at) => ({
      ...{
        id: `o${at}`,
        first_name: `Person${'abcdefgh'[at]}`,
        last_name: `Other${'hgfedcba'[at]}ton`,
        birth_date: `2013-0${at + 1}-1${at}`,
      },
      ...{ year_group: 'Year 7', role: 'pupil' },
    }))
    await muster.sync(writePackage(muster.folder, { 'p.csv': csv([row, ...others]) }), '--school', 'd', '--connection', 'old')
    const moved = [{ ...row, id: 'n1', last_name: 'Barnes' }]
    const source = writePackage(muster.folder, { 'p.csv': csv(moved) })
    const undecided = await muster.sync(source, '--school', 'd', '--connection', 'new')
    expect(undecided.code).toBe(0)
    expect(undecided.school).toMatchObject({ statuses: { pupils: { may_match: 1 } }, changes: { created: 0, linked: 0 } })
    const accepted = await muster.sync(source, '--school', 'd', '--connection', 'new', '--accept-may-match')
    expect(accepted.school).toMatchObject({ statuses: { pupils: { may_match: 1 } }, changes: { created: 0, linked: 1 } })
    const again = await muster.sync(source, '--school', 'd', '--connection', 'new')
    expect(again.school).toMatchObject({ statuses: { pupils: { may_match: 0, synced: 1 } } })
  })
})

describe('--report', () => {
  it('has a line for every person and every problem, and no cell that a spreadsheet would run (S-147)', async () => {
    const report = path.join(muster.folder, 'report.csv')
    const source = school('e', PUPIL, { ...PUPIL, id: '=1+1' }, TEACHER, { ...PUPIL, id: '' })
    await muster.sync(source, '--report', report)
    // a header and text cells
    const lines = parse(fs.readFileSync(report, 'utf8'), { columns: true }) as Record<string, string>[]
    expect(lines.filter((it) => it['outcome'] === 'created').map((it) => it['source_id'])).toEqual(expect.arrayContaining(['p1', "'=1+1"]))
    expect(lines).toContainEqual(expect.objectContaining({ source_id: 't1', outcome: 'new, not imported' }))
    expect(lines).toContainEqual(expect.objectContaining({ outcome: 'problem', file: 'users.csv', line: '5' }))
    expect(fs.statSync(report).mode & 0o077).toBe(0)
  })
})

describe('exit codes', () => {
  it.each([
    ['1: a source that is not there', 1, ['sync', '--source', '/no/such/file.csv']],
    ['1: a school that is not there', 1, ['people', '--school', 'nowhere']],
    ['1: a run that is not there', 1, ['undo', '00000000-0000-0000-0000-000000000000']],
    ['2: --full and --partial', 2, ['sync', '--source', '.', '--full', '--partial']],
    ['2: no source', 2, ['sync']],
    ['2: an unknown option', 2, ['history', '--colour']],
    ['2: not a number', 2, ['history', '--limit', 'many']],
    ['0: help', 0, ['sync', '--help']],
    ['0: history', 0, ['history']],
  ])('%s', async (_name, code, words) => {
    expect((await muster.run(...words)).code).toBe(code)
  })

  it('1: a source in which nobody can be read', async () => {
    const source = writePackage(muster.folder, { 'notes.csv': 'colour,weight\nred,3\n' })
    const { code, err } = await muster.run('sync', '--source', source)
    expect(code).toBe(1)
    expect(err.length).toBeGreaterThan(20)
  })
})
