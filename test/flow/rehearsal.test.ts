import { describe, expect, it } from 'vitest'
import { openRun, processRun, type Run, startRehearsal } from '../../src/runs/index.ts'
import { latestUpload } from '../../src/snapshots/index.ts'
import { asAdmin, testDatabase } from '../support/database.ts'
import { aSchoolOnDatabase, type SchoolOnDatabase } from '../support/school-on-database.ts'
import { aClass, aTeacher, pupils } from '../support/stories.ts'

const { database, server } = await testDatabase()
const SEPTEMBER = '2026-09-02'

/** Two years with a class and a teacher each, in July. */
const JULY = [
  ...[aClass('c1', { name: '7A' }), aClass('c2', { name: '8A' }), aClass('c3', { name: '8B' })],
  ...[aTeacher('t1', { classes: ['c1'] }), aTeacher('t2', { classes: ['c2', 'c3'] })],
  ...pupils(12, { yearGroup: 'Year 7', classes: ['c1'] }),
  ...pupils(12, { yearGroup: 'Year 8', classes: ['c2'] }, 21),
  ...pupils(3, { yearGroup: 'Year 8', classes: ['c3'] }, 41),
]
/** Year 7 is in 8A now, another class than the one that ends; Year 8 has left; there is a new Year 7, and two of it in no class. */
const IN_SEPTEMBER = [
  ...[aClass('c1', { name: '7A' }), aClass('c9', { name: '8A' }), aClass('c3', { name: '8 Blue' })],
  ...[aTeacher('t1', { classes: ['c9'] }), aTeacher('t2')],
  ...pupils(10, { yearGroup: 'Year 8', classes: ['c9'] }),
  ...pupils(2, { yearGroup: 'Year 8', classes: ['c3'] }, 11),
  ...pupils(8, { yearGroup: 'Year 7', classes: ['c1'] }, 61),
  ...pupils(2, { yearGroup: 'Year 7', classes: [] }, 71),
]

async function inJuly(): Promise<SchoolOnDatabase> {
  const school = await aSchoolOnDatabase(database, () => new Date('2026-07-10T11:00:00Z'))
  await school.sync(JULY)
  return school
}

/** Keeps the file of a day to come and rehearses it. */
async function rehearsed(
  school: SchoolOnDatabase,
  on = SEPTEMBER,
  source: Parameters<SchoolOnDatabase['upload']>[0] = IN_SEPTEMBER,
): Promise<Run> {
  const { uploadId } = await school.upload(source, { isForRehearsal: true })
  const { ids } = school.context
  const started = await school.in((tx) => startRehearsal(tx, { uploadId, on, ids }))
  if (!started.ok) throw new Error(started.failure.code)
  const done = await processRun(database, school.scope, started.value.id, school.context)
  if (!done.ok || done.value === undefined) throw new Error('The rehearsal is gone.')
  return done.value
}

/** Every row of every table of Muster but those that note the rehearsal itself. */
async function everything(): Promise<string> {
  return asAdmin(server, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'muster' and tablename not in ('run', 'run_progress', 'event') order by 1`,
    )
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from muster.${name} t order by 1`)
      texts.push(name, ...rows.map((it) => it.row))
    }
    return texts.join('\n')
  })
}

describe('a rehearsal (N-11)', () => {
  it('tells what September will make of the school: classes, years, who is in none, who leaves', async () => {
    const school = await inJuly()
    const { state, result } = await rehearsed(school)
    expect([state, result.found]).toEqual(['checked', expect.objectContaining({ pupils: 0, staff: 0, errors: 2, withoutClass: 2 })])
    expect(result.rehearsal).toEqual({
      classes: {
        kept: 1,
        renamed: [{ from: '8B', to: '8 Blue' }],
        added: ['8A'],
        ended: ['8A'],
        reusedNames: ['8A'],
        withoutTeacher: ['7A', '8 Blue'],
      },
      pupils: { added: 8, leave: 15, changeClass: 12, withoutClass: 2 },
      staff: { added: 0, leave: 0, withoutClass: 1 },
      years: { stay: 0, moves: [{ from: 'Year 7', to: 'Year 8', pupils: 12 }] },
      holds: [],
    })
  })

  it('leaves everything byte for byte as it was, and no review is disturbed', async () => {
    const school = await inJuly()
    const { uploadId } = await school.upload(IN_SEPTEMBER, { isForRehearsal: true })
    const [directory, before] = [await school.hash(), await everything()]
    const { ids } = school.context
    const started = await school.in((tx) => startRehearsal(tx, { uploadId, on: SEPTEMBER, ids }))
    if (!started.ok) throw new Error(started.failure.code)
    const done = await processRun(database, school.scope, started.value.id, school.context)
    expect(done).toMatchObject({ value: { state: 'checked', result: { rehearsal: { pupils: { leave: 15 } } } } })
    expect(await everything()).toBe(before)
    expect(await school.hash()).toBe(directory)
    expect(await school.in(openRun)).toBeUndefined()
  })

  it('is what the sync does when the day has come and the file is the same', async () => {
    const school = await inJuly()
    const { result } = await rehearsed(school)
    const autumn = await aSchoolOnDatabase(database, () => new Date('2026-09-02T11:00:00Z'))
    await autumn.sync(JULY)
    const real = await autumn.plan(IN_SEPTEMBER)
    expect([result.summary, result.changes, result.holds]).toEqual([real.result.summary, real.result.changes, real.result.holds])
  })

  it('says what a guard would hold on an ordinary day, and rehearses it all the same', async () => {
    const school = await inJuly()
    const { result } = await rehearsed(school, '2026-07-13')
    expect(result.rehearsal?.holds.map((it) => it.code)).toContain('leavers')
    expect(result.rehearsal?.pupils.leave).toBe(15)
  })

  it('of a file of its own is no file to sync from', async () => {
    const school = await inJuly()
    const before = await school.in(latestUpload)
    await rehearsed(school)
    expect(await school.in(latestUpload)).toEqual(before)
  })
})
