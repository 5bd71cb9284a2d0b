import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()

const ADA = { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7', classes: ['7A'] }
const BEN = { id: 'p2', first: 'Ben', last: 'Okafor', grade: '7', classes: ['7A'] }

/** How many rows every table of the database has, whoever owns it. */
async function rowCounts(): Promise<Readonly<Record<string, number>>> {
  const tables = await muster.ask<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const counts = await muster.ask<{ name: string; rows: string }>(
    tables.map(({ name }) => `select '${name}' as name, count(*) as rows from ${name}`).join(' union all '),
  )
  return Object.fromEntries(counts.map((it) => [it.name, Number(it.rows)]))
}

describe('sync --dry-run', () => {
  it('says what would happen to a school that is new, and leaves no trace of it (S-49)', async () => {
    const before = await rowCounts()
    expect(Object.keys(before).length).toBeGreaterThan(20)
    const { code, school } = await muster.sync(writePackage(muster.folder, oneRoster([ADA])), '--dry-run')
    expect(code).toBe(0)
    expect(school).toMatchObject({ run: null, school: { id: null, externalId: 'oak' }, changes: { created: 1 }, rows: { used: 1 } })
    expect(await rowCounts()).toEqual(before)
  })

  it('says what would happen to a school that is known, and leaves its open runs alone', async () => {
    await muster.sync(writePackage(muster.folder, oneRoster([ADA])))
    const [before, runs] = [await rowCounts(), await muster.ask('select id, state, changed_at from run')]
    const { school } = await muster.sync(writePackage(muster.folder, oneRoster([{ ...ADA, last: 'Marsh-Bell' }, BEN])), '--dry-run')
    expect(school).toMatchObject({
      run: null,
      changes: { created: 1, updated: 1, unchanged: 0 },
      statuses: { pupils: { new: 1, synced: 1 } },
    })
    expect(await rowCounts()).toEqual(before)
    expect(await muster.ask('select id, state, changed_at from run')).toEqual(runs)
  })

  it('writes a report of the problems it found', async () => {
    const report = path.join(muster.folder, 'dry.csv')
    await muster.sync(writePackage(muster.folder, oneRoster([ADA, { ...BEN, id: '' }])), '--dry-run', '--report', report)
    expect(fs.readFileSync(report, 'utf8')).toContain('users.csv,3')
  })
})
