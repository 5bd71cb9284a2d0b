import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../support/database.ts'
import { said } from '../support/school-in-memory.ts'
import { aSchoolOnDatabase, type SchoolOnDatabase } from '../support/school-on-database.ts'
import { aClass, aPupil, pupils } from '../support/stories.ts'

const { database } = await testDatabase()
const ADA = { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' }
const CLASSES = [aClass('7A'), aClass('7B')]
const BEFORE = [...CLASSES, aPupil('p1', { ...ADA, classes: ['7A'] }), aPupil('p2', { classes: ['7B'] }), aPupil('p3', { classes: ['7B'] })]
/** p1 is renamed and moves to 7B, p3 leaves, p4 comes. */
const AFTER = [
  ...CLASSES,
  aPupil('p1', { ...ADA, lastName: 'Okafor', classes: ['7B'] }),
  aPupil('p2', { classes: ['7B'] }),
  aPupil('p4', { classes: ['7A'] }),
]

const edit = (school: SchoolOnDatabase, id: string, lastName: string) =>
  school.in((tx) => tx.rows(sql`update person set last_name = ${lastName} where school_id = ${tx.schoolId} and id = ${id}`))
const countOf = async (school: SchoolOnDatabase, table: string) =>
  (
    await school.in((tx) =>
      tx.rows(sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)} where school_id = ${tx.schoolId}`),
    )
  )[0]?.count

describe('applying', () => {
  it('S-49 planning writes nothing to the directory', async () => {
    const school = await aSchoolOnDatabase(database)
    const before = await school.hash()
    const run = await school.plan(BEFORE)
    expect(run.state).toBe('ready')
    expect(await school.hash()).toBe(before)
  })

  it('N-04 refuses another hash than the one of the plan, and changes nothing', async () => {
    const school = await aSchoolOnDatabase(database)
    const run = await school.plan(BEFORE)
    const before = await school.hash()
    const other = await school.plan(AFTER)
    expect(await school.apply(other, run.result.planHash)).toMatchObject({ ok: false, failure: { code: 'run.other_plan' } })
    expect(await school.apply(other, '')).toMatchObject({ ok: false, failure: { code: 'run.other_plan' } })
    expect(await school.hash()).toBe(before)
    expect(await school.apply(other)).toMatchObject({ ok: true })
  })

  it('N-04 what changed between plan and apply refuses the whole plan', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync(BEFORE)
    const ourId = await school.ourId('p1')
    const run = await school.plan(AFTER)
    await edit(school, ourId, 'Bell')
    const before = await school.hash()
    expect(await school.apply(run)).toMatchObject({ ok: false, failure: { code: 'run.drifted', params: { count: 1, what: 'lastName' } } })
    expect(await school.hash()).toBe(before)
    await edit(school, ourId, 'Marsh')
    expect(await school.apply(run)).toMatchObject({ ok: true, value: { state: 'applied' } })
  })

  it('N-04, S-60 an Unmatch between plan and apply refuses the plan that would link the pair', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync([aPupil('p1', ADA)])
    const ourId = await school.ourId('p1')
    const run = await school.plan([aPupil('x1', ADA)], { connection: 'other' })
    await school.decide(said('unmatch', 'x1', ourId), { connection: 'other' })
    const before = await school.hash()
    expect(await school.apply(run)).toMatchObject({ ok: false, failure: { code: 'run.drifted', params: { what: 'veto' } } })
    expect(await school.hash()).toBe(before)
  })

  it('N-04 a newer read takes the place of an older plan', async () => {
    const school = await aSchoolOnDatabase(database)
    const older = await school.plan(BEFORE)
    const newer = await school.plan(AFTER)
    expect(await school.apply(older)).toMatchObject({ ok: false, failure: { code: 'run.not_ready', params: { state: 'discarded' } } })
    expect(await school.apply(newer)).toMatchObject({ ok: true })
  })

  it('N-04 a plan whose source has been read again since is refused even if nobody discarded it', async () => {
    const school = await aSchoolOnDatabase(database)
    const older = await school.plan(BEFORE)
    await school.plan(AFTER)
    await school.in(async (tx) => {
      await tx.rows(sql`update run set state = 'discarded' where school_id = ${tx.schoolId}`)
      await tx.rows(sql`update run set state = 'ready' where school_id = ${tx.schoolId} and id = ${older.id}`)
    })
    expect(await school.apply(older)).toMatchObject({ ok: false, failure: { code: 'run.drifted', params: { what: 'a newer read' } } })
  })

  it('S-50 twice equals once', async () => {
    const school = await aSchoolOnDatabase(database)
    const run = await school.plan(BEFORE)
    await school.apply(run)
    const [hash, written] = [await school.hash(), await countOf(school, 'directory_change')]
    expect(await school.apply(run)).toMatchObject({ ok: true, value: { state: 'applied' } })
    expect(await school.hash()).toBe(hash)
    expect(await countOf(school, 'directory_change')).toBe(written)
  })

  it('S-50 four at once equal one', async () => {
    const school = await aSchoolOnDatabase(database)
    const run = await school.plan(BEFORE)
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => school.apply(run)))
    expect(outcomes.map((it) => it.ok && it.value.state)).toEqual(['applied', 'applied', 'applied', 'applied'])
    expect((await school.directory()).people.size).toBe(3)
    expect(await countOf(school, 'directory_change')).toBe(6)
    expect((await school.plan(BEFORE)).result.summary).toEqual([])
  })

  it('S-97, S-100 a class that changes its kind leaves nobody in two registration classes', async () => {
    const school = await aSchoolOnDatabase(database)
    const subject = [aClass('7A'), aClass('ma', { kind: 'subject' }), ...pupils(3, { classes: ['7A', 'ma'] })]
    await school.sync(subject)
    await school.sync([aClass('7A'), aClass('ma'), ...pupils(3, { classes: ['ma'] })])
    const rows = await school.in((tx) =>
      tx.rows(sql`select is_registration from enrolment where school_id = ${tx.schoolId} and is_registration`),
    )
    expect(rows).toHaveLength(3)
  })

  it('D23, S-18 another connection takes everybody over, and the first one takes them back', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync(BEFORE)
    const ids = await Promise.all(['p1', 'p2', 'p3', '7A', '7B'].map((it) => school.ourId(it)))
    await school.sync(BEFORE, { connection: 'other' })
    const { links } = await school.directory()
    expect(links.filter((it) => it.endReason === 'ids_cleared')).toHaveLength(6)
    await school.sync(BEFORE)
    expect(await Promise.all(['p1', 'p2', 'p3', '7A', '7B'].map((it) => school.ourId(it)))).toEqual(ids)
    expect((await school.directory()).people.size).toBe(3)
  })
})
