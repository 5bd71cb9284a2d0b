import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inSchool, type SchoolTx } from '../../src/db/index.ts'
import type { Action } from '../../src/permission/index.ts'
import {
  addPeriod,
  changeSchedule,
  dropPeriod,
  NEWEST_UPLOAD,
  pauseSchedule,
  processRun,
  readSchedule,
  resumeSchedule,
  type ScheduleChange,
  startDueChecks,
} from '../../src/runs/index.ts'
import { changeSchool } from '../../src/schools/index.ts'
import { testDatabase } from '../support/database.ts'
import { aSchoolOnDatabase, type SchoolOnDatabase } from '../support/school-on-database.ts'
import { aClass, aPupil, pupils } from '../support/stories.ts'
import { scopeOf } from '../support/two-schools.ts'

const { database } = await testDatabase()
const BEFORE = [aClass('7A'), ...pupils(5, { classes: ['7A'] })]
const AFTER = [...BEFORE, aPupil('p9', { classes: ['7A'] })]
const NIGHTLY: ScheduleChange = { mode: 'check', minute: 120, days: [1, 2, 3, 4, 5, 6, 7], onlyInTerm: false }

/** What time it is; every look at it takes a millisecond. */
let time = new Date(0)
const clock = (): Date => {
  time = new Date(time.getTime() + 1)
  return time
}

/** A school that has synced, with a schedule, at noon of a Monday in summer time. */
async function aSchool(more: Partial<ScheduleChange> = {}): Promise<SchoolOnDatabase> {
  time = new Date('2026-06-08T11:00:00Z')
  const school = await aSchoolOnDatabase(database, clock)
  await school.sync(BEFORE)
  await school.upload(AFTER)
  await set(school, { ...NIGHTLY, ...more })
  return school
}

function as<Value>(school: SchoolOnDatabase, action: Action, work: (tx: SchoolTx) => Promise<Value>): Promise<Value> {
  return inSchool(database, scopeOf(school.scope.schoolId, action), work)
}

async function set(school: SchoolOnDatabase, change: ScheduleChange) {
  const { ids } = school.context
  const { version } = await school.in(readSchedule)
  return as(school, 'school.configure', (tx) => changeSchedule(tx, { change, seenVersion: version, ids }))
}

/** Looks at this time whether checks are due, and carries on those of the school; gives how many. */
async function tick(school: SchoolOnDatabase, now: string): Promise<number> {
  time = new Date(now)
  const jobs = (await startDueChecks(database, NEWEST_UPLOAD, school.context.ids)).filter((it) => it.schoolId === school.scope.schoolId)
  for (const { runId } of jobs) await processRun(database, school.scope, runId, school.context)
  return jobs.length
}

const runs = (school: SchoolOnDatabase) =>
  school.in((tx) => tx.rows(sql`select purpose, state, actor from run where school_id = ${tx.schoolId} order by created_at, id`))

describe('the schedule (D30)', () => {
  it('is off until somebody turns it on, and then does nothing that was due before', async () => {
    const school = await aSchool({ mode: 'off' })
    expect(await tick(school, '2026-06-09T01:30:00Z')).toBe(0)
    await set(school, NIGHTLY)
    expect(await tick(school, '2026-06-09T12:00:00Z')).toBe(0)
    expect(await tick(school, '2026-06-10T01:00:30Z')).toBe(1)
  })

  it('checks once each night by the clock of the school, and prepares the plan', async () => {
    const school = await aSchool()
    expect(await tick(school, '2026-06-09T00:59:59Z')).toBe(0)
    expect(await tick(school, '2026-06-09T01:00:05Z')).toBe(1)
    expect(await tick(school, '2026-06-09T01:00:25Z')).toBe(0)
    expect((await runs(school)).slice(-2)).toEqual([
      { purpose: 'check', state: 'checked', actor: 'schedule' },
      { purpose: 'sync', state: 'ready', actor: 'operator:test' },
    ])
    await school.in((tx) => changeSchool(tx, { timeZone: 'America/New_York' }))
    expect(await tick(school, '2026-06-09T05:59:59Z')).toBe(0)
    expect(await tick(school, '2026-06-09T06:00:05Z')).toBe(1)
  })

  it('makes good once what was missed while nothing ran', async () => {
    const school = await aSchool()
    expect(await tick(school, '2026-06-13T10:00:00Z')).toBe(1)
    expect(await tick(school, '2026-06-13T10:00:20Z')).toBe(0)
    expect(await tick(school, '2026-06-14T01:00:20Z')).toBe(1)
  })

  it('is started by one of two processes that look at the same time', async () => {
    const school = await aSchool()
    time = new Date('2026-06-09T01:00:05Z')
    const looks = [1, 2].map(() => startDueChecks(database, NEWEST_UPLOAD, school.context.ids))
    const mine = (await Promise.all(looks)).flat().filter((it) => it.schoolId === school.scope.schoolId)
    expect(mine).toHaveLength(1)
  })

  it('syncs by itself where nothing needs a person', async () => {
    const school = await aSchool({ mode: 'sync' })
    await tick(school, '2026-06-09T01:00:05Z')
    expect((await runs(school)).at(-1)).toMatchObject({ purpose: 'sync', state: 'applied' })
    expect((await school.directory()).people.size).toBe(6)
  })

  it('does nothing on days on which the school is closed, nor makes them good', async () => {
    const school = await aSchool()
    const { ids } = school.context
    const closed = { kind: 'closed' as const, name: 'Trip', from: '2026-06-09', to: '2026-06-10' }
    const added = await as(school, 'school.configure', (tx) => addPeriod(tx, closed, ids))
    expect(await tick(school, '2026-06-09T01:00:05Z')).toBe(0)
    expect(await tick(school, '2026-06-10T01:00:05Z')).toBe(0)
    expect(await tick(school, '2026-06-10T12:00:05Z')).toBe(0)
    expect(await tick(school, '2026-06-11T01:00:05Z')).toBe(1)
    if (!added.ok) throw new Error(added.failure.code)
    const drop = () => as(school, 'school.configure', (tx) => dropPeriod(tx, added.value.id, ids))
    expect(await drop()).toMatchObject({ ok: true })
    expect(await drop()).toMatchObject({ ok: false, failure: { code: 'calendar.not_found' } })
  })

  it('refuses a change by somebody who has not seen the last one', async () => {
    const school = await aSchool()
    const { ids } = school.context
    const late = as(school, 'school.configure', (tx) => changeSchedule(tx, { change: NIGHTLY, seenVersion: 0, ids }))
    expect(await late).toMatchObject({ ok: false, failure: { code: 'version.changed' } })
    expect(await school.in(readSchedule)).toMatchObject({ version: 1, mode: 'check' })
  })
})

describe('a pause', () => {
  it('D27 comes by itself after an undo, and ends when a person resumes it', async () => {
    const school = await aSchool({ mode: 'sync' })
    await school.undo(await school.sync(AFTER))
    expect(await school.in(readSchedule)).toMatchObject({ pausedWhy: 'undo', pausedBy: 'operator:test', pausedUntil: null })
    expect(await tick(school, '2026-06-09T01:00:05Z')).toBe(0)
    expect((await school.directory()).people.size).toBe(5)
    await as(school, 'school.configure', (tx) => resumeSchedule(tx, school.context.ids))
    expect(await tick(school, '2026-06-09T12:00:00Z')).toBe(0)
    expect(await tick(school, '2026-06-10T01:00:05Z')).toBe(1)
    expect((await school.directory()).people.size).toBe(6)
  })

  it('D27 does not come where the schedule is off', async () => {
    const school = await aSchool({ mode: 'off' })
    await school.undo(await school.sync(AFTER))
    expect(await school.in(readSchedule)).toMatchObject({ pausedAt: null })
  })

  it('of a person ends by itself on its day, and cannot end before it begins', async () => {
    const school = await aSchool()
    const { ids } = school.context
    const pause = (until: string) => as(school, 'school.configure', (tx) => pauseSchedule(tx, until, ids))
    expect(await pause('2026-06-08')).toMatchObject({ ok: false, failure: { code: 'schedule.pause_over' } })
    expect(await pause('2026-06-10')).toMatchObject({ ok: true, value: { pausedWhy: 'person' } })
    expect(await tick(school, '2026-06-09T01:00:05Z')).toBe(0)
    expect(await tick(school, '2026-06-10T01:00:05Z')).toBe(1)
  })
})
