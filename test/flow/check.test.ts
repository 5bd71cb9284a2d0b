import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inSchool } from '../../src/db/index.ts'
import {
  type ByItself,
  checkNow,
  listHeldRuns,
  NEWEST_UPLOAD,
  openRun,
  processRun,
  type Run,
  readRun,
  startCheck,
  startReview,
} from '../../src/runs/index.ts'
import { testDatabase } from '../support/database.ts'
import { aSchoolOnDatabase, type SchoolOnDatabase } from '../support/school-on-database.ts'
import { aClass, aPupil, pupils } from '../support/stories.ts'
import { scopeOf } from '../support/two-schools.ts'

const { database } = await testDatabase()
const CLASSES = [aClass('7A'), aClass('7B')]
const BEFORE = [...CLASSES, ...pupils(30, { classes: ['7A'] })]
/** One moves to a class that nobody was in, one comes. */
const AFTER = [...CLASSES, aPupil('p1', { classes: ['7B'] }), ...pupils(29, { classes: ['7A'] }, 2), aPupil('p31', { classes: ['7B'] })]

/** A clock that goes on by a second whenever somebody looks at it. */
function ticking(): () => Date {
  let at = Date.parse('2026-03-10T12:00:00Z')
  return () => {
    at += 1_000
    return new Date(at)
  }
}

/** A school that has synced, and whose newest file says something else. */
async function aSyncedSchool(now = BEFORE, before = BEFORE): Promise<SchoolOnDatabase> {
  const school = await aSchoolOnDatabase(database, ticking())
  await school.sync(before)
  await school.upload(now)
  return school
}

/** Checks as the worker does, to the end, with what comes after it. */
async function check(school: SchoolOnDatabase, afterwards: ByItself = 'plan'): Promise<Run> {
  const { ids } = school.context
  const started = await school.in((tx) => startCheck(tx, { afterwards, source: NEWEST_UPLOAD, ids }))
  return carryOn(school, started.id)
}

async function carryOn(school: SchoolOnDatabase, runId: string): Promise<Run> {
  const done = await processRun(database, school.scope, runId, school.context)
  if (!done.ok || done.value === undefined) throw new Error('The run is gone.')
  return done.value
}

const open = (school: SchoolOnDatabase) => school.in(openRun)
const held = (school: SchoolOnDatabase) => school.in((tx) => listHeldRuns(tx))
const now = (school: SchoolOnDatabase, run: Run) => school.in((tx) => readRun(tx, run.id))
const snapshots = (school: SchoolOnDatabase) =>
  school.in((tx) => tx.rows(sql`select number, taken_at from snapshot where school_id = ${tx.schoolId} order by 1`))

describe('a check (D30)', () => {
  it('says what a sync would do, and changes neither the directory nor what was read', async () => {
    const school = await aSyncedSchool(AFTER)
    const [directory, read] = [await school.hash(), await snapshots(school)]
    const checked = await check(school)
    expect(checked).toMatchObject({
      ...{ purpose: 'check', state: 'checked', failure: null },
      result: { found: { changes: 3, pupils: 0, staff: 0, errors: 0, yearGroups: 0 }, changes: { created: 1, updated: 1 }, holds: [] },
    })
    expect(await school.hash()).toBe(directory)
    expect((await snapshots(school)).length).toBe(read.length + 1) // of the sync that was prepared, none of the check
  })

  it('prepares the plan of a sync that needs nobody, so that one word applies it (point 1)', async () => {
    const school = await aSyncedSchool(AFTER)
    const directory = await school.hash()
    await check(school)
    const prepared = await open(school)
    expect(prepared).toMatchObject({
      purpose: 'sync',
      state: 'ready',
      options: { isInteractive: true, byItself: 'plan' },
      applyActor: null,
    })
    expect(await school.hash()).toBe(directory)
    expect(prepared === undefined ? undefined : await school.apply(prepared)).toMatchObject({ ok: true, value: { state: 'applied' } })
  })

  it('prepares nothing where nothing has changed, or the school has never synced', async () => {
    const school = await aSyncedSchool()
    expect(await check(school)).toMatchObject({ state: 'checked', result: { found: { changes: 0 } } })
    expect(await open(school)).toBeUndefined()
    const fresh = await aSchoolOnDatabase(database, ticking())
    await fresh.upload(BEFORE)
    expect(await check(fresh)).toMatchObject({ state: 'checked', result: { found: { changes: 32 } } })
    expect(await open(fresh)).toBeUndefined()
  })

  it('never takes the place of a review, and is not replaced by one', async () => {
    const school = await aSyncedSchool(AFTER)
    const { ids } = school.context
    const review = await school.in((tx) => startReview(tx, { scope: 'all', uploadId: null, ids }))
    if (!review.ok) throw new Error(review.failure.code)
    await carryOn(school, review.value.id)
    const waiting = await school.in((tx) => startCheck(tx, { afterwards: 'plan', source: NEWEST_UPLOAD, ids }))
    expect(await now(school, review.value)).toMatchObject({ state: 'reviewing' })
    await carryOn(school, waiting.id)
    expect(await open(school)).toMatchObject({ id: review.value.id, state: 'reviewing' })
    const second = await school.in((tx) => startCheck(tx, { afterwards: 'plan', source: NEWEST_UPLOAD, ids }))
    await school.in((tx) => startReview(tx, { scope: 'all', uploadId: null, ids }))
    expect(await now(school, second)).toMatchObject({ state: 'queued' })
  })

  it('leaves a sync on hold alone, and says that it would be held', async () => {
    const school = await aSyncedSchool()
    await school.plan([...CLASSES, ...pupils(10, { classes: ['7A'] })])
    const before = await held(school)
    expect(before).toMatchObject([{ state: 'held' }])
    const checked = await check(school, 'sync')
    expect(checked.result.holds).toEqual([expect.objectContaining({ code: 'leavers', count: 20 })])
    expect(await held(school)).toEqual(before)
    expect(await open(school)).toBeUndefined()
  })

  it('gives way to a newer one of its kind that was asked for before it began', async () => {
    const school = await aSyncedSchool(AFTER)
    const { ids } = school.context
    const first = await school.in((tx) => startCheck(tx, { afterwards: 'plan', source: NEWEST_UPLOAD, ids }))
    await check(school)
    expect(await now(school, first)).toMatchObject({ state: 'discarded' })
  })

  it('has failed where nothing is there to read, and says so to a person at once', async () => {
    const school = await aSchoolOnDatabase(database, ticking())
    const { ids } = school.context
    const failed = await school.in((tx) => startCheck(tx, { afterwards: 'plan', source: NEWEST_UPLOAD, ids }))
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'run.no_data' } })
    expect(await school.in((tx) => checkNow(tx, ids))).toMatchObject({ ok: false, failure: { code: 'run.no_data' } })
  })

  it('is refused to whoever may not start a sync', async () => {
    const school = await aSyncedSchool()
    const scope = scopeOf(school.scope.schoolId, 'history.read')
    await expect(inSchool(database, scope, (tx) => checkNow(tx, school.context.ids))).rejects.toThrow('run.start')
  })
})

describe('a sync that goes on by itself (D30)', () => {
  it('is applied where nothing needs a person', async () => {
    const school = await aSyncedSchool(AFTER)
    await check(school, 'sync')
    expect(await open(school)).toBeUndefined()
    const { people } = await school.directory()
    expect(people.size).toBe(31)
    expect(await check(school, 'sync')).toMatchObject({ result: { found: { changes: 0 } } })
  })

  it('waits with what a guard holds, and applies the rest (D20)', async () => {
    const school = await aSyncedSchool([...CLASSES, ...pupils(10, { classes: ['7A'] }), aPupil('p31', { classes: ['7A'] })])
    await check(school, 'sync')
    expect(await held(school)).toMatchObject([{ state: 'held', result: { holds: [{ code: 'leavers', count: 20 }] } }])
    const { people, links } = await school.directory()
    expect([people.size, links.filter((it) => it.recordKind === 'person' && it.endReason === null).length]).toEqual([31, 31])
  })

  it('waits where somebody may match, and does nothing of the rest', async () => {
    const ada = { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' }
    const school = await aSchoolOnDatabase(database, ticking())
    await school.sync([aPupil('p1', ada)])
    await school.upload([aPupil('x1', { ...ada, birthDate: '2012-11-30' }), aPupil('x2')], { connection: 'other' })
    const directory = await school.hash()
    expect(await check(school, 'sync')).toMatchObject({ result: { found: { pupils: 1 } } })
    expect(await school.hash()).toBe(directory)
    expect(await open(school)).toMatchObject({ state: 'reviewing', options: { byItself: 'sync' } })
  })

  it('adds who is new and changes nobody, where only additions are allowed', async () => {
    const school = await aSyncedSchool(AFTER)
    const moved = await school.ourId('p1')
    const classesOf = async (id: string) => (await school.directory()).people.get(id)?.enrolments
    const before = await classesOf(moved)
    await check(school, 'additions')
    expect((await school.directory()).people.size).toBe(31)
    expect(await classesOf(moved)).toEqual(before)
    // what is left is no addition: it is prepared for a person
    await check(school, 'additions')
    expect(await open(school)).toMatchObject({ state: 'ready', options: { byItself: 'plan' } })
    expect(await classesOf(moved)).toEqual(before)
  })

  it('gives way to the check of a newer file while nobody has touched it, and stays once somebody has', async () => {
    const school = await aSyncedSchool(AFTER)
    await check(school)
    const first = await open(school)
    await check(school)
    expect((await open(school))?.id).toBe(first?.id)
    await school.upload([...AFTER, aPupil('p32')])
    await check(school)
    const second = await open(school)
    expect(second?.id).not.toBe(first?.id)
    await school.in((tx) => tx.rows(sql`update run set version = 2 where school_id = ${tx.schoolId} and id = ${second?.id}`))
    await school.upload([...AFTER, aPupil('p33')])
    await check(school)
    expect((await open(school))?.id).toBe(second?.id)
  })
})
