import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { mapYearGroup, readRows } from '../../src/review/index.ts'
import { type SchoolSettings, writeSetting } from '../../src/schools/index.ts'
import { testDatabase } from '../support/database.ts'
import { said } from '../support/school-in-memory.ts'
import { aSchoolOnDatabase, type SchoolOnDatabase } from '../support/school-on-database.ts'
import { aClass, aPupil, aTeacher, pupils } from '../support/stories.ts'

const { database } = await testDatabase()
const IDS = { clock: () => new Date('2026-03-10T12:00:00Z'), random: (count: number) => new Uint8Array(count) }

/** The statuses of a run's review, by the record of the source. */
async function review(school: SchoolOnDatabase, runId: string): Promise<Readonly<Record<string, string>>> {
  const rows = await school.in((tx) => readRows(tx, runId))
  return Object.fromEntries(rows.map((it) => [it.sourceId ?? 'nobody', it.status]))
}

const set = <Name extends keyof SchoolSettings>(school: SchoolOnDatabase, name: Name, value: SchoolSettings[Name]) =>
  school.in((tx) => writeSetting(tx, name, value))

describe('what a person says about people', () => {
  it('S-59 Match links two records, overwrites ours, and holds when the source is read again', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync(pupils(3))
    const ourId = await school.ourId('p1')
    await school.plan([...pupils(2, {}, 2), aPupil('x77')])
    await school.decide(said('match', 'x77', ourId))
    const run = await school.plan([...pupils(2, {}, 2), aPupil('x77')])
    expect(await review(school, run.id)).toEqual({ x77: 'matched', p2: 'synced', p3: 'synced' })
    expect(await school.apply(run)).toMatchObject({ ok: true, value: { state: 'applied' } })
    expect(await school.ourId('x77')).toBe(ourId)
    expect((await school.directory()).people.get(ourId)?.fields.lastName).toBe(aPupil('x77').body.fields.lastName)
    const again = await school.plan([...pupils(2, {}, 2), aPupil('x77')])
    expect(again).toMatchObject({ state: 'applied', result: { changes: { unchanged: 3, linked: 0, updated: 0 } } })
  })

  it('S-60, D2 Unmatch splits a Synced pair for ever: ours stays, theirs comes as somebody new', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync(pupils(2))
    const ourId = await school.ourId('p1')
    const before = (await school.directory()).people.get(ourId)
    await school.decide(said('unmatch', 'p1', ourId))
    const run = await school.plan(pupils(2))
    expect(await review(school, run.id)).toEqual({ nobody: 'not_matched', p1: 'new', p2: 'synced' })
    await school.apply(run)
    expect(await school.ourId('p1')).not.toBe(ourId)
    expect((await school.directory()).people.get(ourId)).toEqual(before)
    expect((await school.directory()).links.filter((it) => it.recordId === ourId)).toMatchObject([{ endReason: 'unmatched' }])
    expect((await school.plan(pupils(2))).result.changes).toEqual({ created: 0, updated: 0, linked: 0, desynced: 0, unchanged: 2 })
  })

  it('S-59 Match lifts an earlier Unmatch of the pair, and the other way round', async () => {
    const school = await aSchoolOnDatabase(database)
    await set(school, 'importNewPupils', false)
    const source = [aPupil('p1')]
    const [plan] = [await school.plan(source)]
    await school.decide(said('import', 'p1'))
    await school.sync(source)
    const ourId = await school.ourId('p1')
    await school.decide(said('unmatch', 'p1', ourId))
    await school.sync(source)
    await school.decide(said('match', 'p1', ourId))
    await school.sync(source)
    expect(await school.ourId('p1')).toBe(ourId)
    await school.decide(said('unmatch', 'p1', ourId))
    const run = await school.sync(source)
    expect(await review(school, run.id)).toEqual({ nobody: 'not_matched', p1: 'new' })
    expect(await review(school, plan.id)).toEqual({ p1: 'new' })
  })

  it('S-59 the last Match of a record holds, the one before ends', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync([aPupil('p1')])
    const ourId = await school.ourId('p1')
    await set(school, 'importNewPupils', false)
    await school.decide(said('match', 'x1', ourId))
    await school.decide(said('match', 'x2', ourId))
    const run = await school.sync([aPupil('x1'), aPupil('x2')])
    expect(await review(school, run.id)).toEqual({ x1: 'new', x2: 'matched' })
    const held = await school.in((tx) => tx.rows(sql`select source_id from decision where school_id = ${tx.schoolId} and ended_at is null`))
    expect(held).toEqual([{ source_id: 'x2' }])
  })

  it.each(['leave_out', 'never_import'] as const)(
    'S-61 %s keeps somebody out who would be imported, until it is taken back',
    async (kind) => {
      const school = await aSchoolOnDatabase(database)
      await school.plan(pupils(2))
      await school.decide(said(kind, 'p1'))
      expect((await school.sync(pupils(2))).result.changes?.created).toBe(1)
      await school.decide(said('import', 'p1'))
      expect((await school.sync(pupils(2))).result.changes?.created).toBe(1)
    },
  )

  it('every decision is noted with who said it, and without a name', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync([aPupil('p1')])
    await school.decide(said('unmatch', 'p1', await school.ourId('p1')))
    const noted = await school.in((tx) =>
      tx.rows(
        sql<{ entry: string }>`select a::text as entry from audit_entry a where school_id = ${tx.schoolId} and action = 'decision.made'`,
      ),
    )
    expect(noted).toHaveLength(1)
    expect(noted[0]?.entry).toContain('operator:test')
    expect(noted[0]?.entry).not.toContain(aPupil('p1').body.fields.lastName)
  })
})

describe('what a person says about classes and years', () => {
  it('S-94 map_class: a class of the source is this one of ours; its pupils move there', async () => {
    const school = await aSchoolOnDatabase(database)
    const source = [aClass('7A'), aClass('7B'), ...pupils(2, { classes: ['7A'] }), ...pupils(2, { classes: ['7B'] }, 11)]
    await school.sync(source)
    const ours = await school.ourId('7A')
    const next = [aClass('n-1', { name: '7 Ash' }), aClass('7B'), ...pupils(2, { classes: ['n-1'] }), ...pupils(2, { classes: ['7B'] }, 11)]
    await school.plan(next)
    await school.decide({ kind: 'map_class', recordId: ours, sourceKind: 'class', sourceId: 'n-1' })
    await school.sync(next)
    expect(await school.ourId('n-1')).toBe(ours)
    const { classes, people } = await school.directory()
    expect(classes.get(ours)?.fields.name).toBe('7 Ash')
    expect(classes.size).toBe(2)
    expect([...people.values()].filter((it) => it.enrolments.some(({ class: id }) => id === ours))).toHaveLength(2)
    expect((await school.plan(next)).result.summary).toEqual([])
  })

  it('S-92 import sets up a class that nobody is in, leave_out keeps one out that people are in', async () => {
    const school = await aSchoolOnDatabase(database)
    const source = [aClass('7A'), aClass('7B'), aPupil('p1', { classes: ['7A'] })]
    await school.plan(source)
    await school.decide({ kind: 'leave_out', recordId: null, sourceKind: 'class', sourceId: '7A' })
    await school.decide({ kind: 'import', recordId: null, sourceKind: 'class', sourceId: '7B' })
    await school.sync(source)
    expect([...(await school.directory()).classes.values()].map((it) => it.fields.name)).toEqual(['7B'])
  })

  it('S-85 a year group nobody knows is asked once and remembered', async () => {
    const school = await aSchoolOnDatabase(database)
    const source = [aPupil('p1', { yearGroup: 'Upper Blue' }), aPupil('p2')]
    expect((await school.sync(source)).result.changes?.created).toBe(1)
    await school.in((tx) => mapYearGroup(tx, IDS, 'Upper Blue', '9'))
    await school.sync(source)
    const ourId = await school.ourId('p1')
    expect((await school.directory()).people.get(ourId)?.fields.yearGroup).toBe('9')
    await school.sync([aPupil('p1', { yearGroup: 'UPPER-BLUE' }), aPupil('p2')])
    expect((await school.directory()).people.get(ourId)?.fields.yearGroup).toBe('9')
    await school.in((tx) => mapYearGroup(tx, IDS, 'upper blue', null))
    await school.sync(source)
    expect((await school.directory()).people.get(ourId)?.fields.yearGroup).toBeNull()
  })
})

describe('settings', () => {
  it('D6, S-82, S-84, S-89, D25 decide who is taken up; widened, everybody is back under the same record', async () => {
    const school = await aSchoolOnDatabase(database)
    const source = [...pupils(2), ...pupils(2, { yearGroup: 'Year 8' }, 11), aPupil('p21', { yearGroup: 'Nursery' }), aTeacher('t1')]
    expect((await school.sync(source)).result.changes?.created).toBe(5)
    const ourId = await school.ourId('p11')
    await set(school, 'cohort', { yearGroups: ['7'], registrationClasses: [] })
    const narrow = await school.sync(source)
    expect(narrow).toMatchObject({ result: { holds: [], statuses: { pupils: { synced: 2, desynced: 2 } }, changes: { desynced: 2 } } })
    await set(school, 'cohort', null)
    await set(school, 'includeNursery', true)
    expect((await school.sync(source)).result.changes).toMatchObject({ linked: 2, created: 1 })
    expect(await school.ourId('p11')).toBe(ourId)
  })

  it('D11 May match rows are left out, unless the school says so', async () => {
    const school = await aSchoolOnDatabase(database)
    const ada = { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' }
    await school.sync([aPupil('p1', ada)])
    const ourId = await school.ourId('p1')
    const other = [aPupil('x1', { ...ada, birthDate: '2012-11-30' })]
    const run = await school.plan(other, { connection: 'other' })
    expect(run.result.statuses?.pupils).toMatchObject({ may_match: 1, new: 0 })
    expect(run.result.changes).toMatchObject({ linked: 0, created: 0 })
    await set(school, 'applyUnreviewedMayMatch', true)
    await school.sync(other, { connection: 'other' })
    expect(await school.ourId('x1')).toBe(ourId)
  })
})
