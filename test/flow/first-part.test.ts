import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readChanges } from '../../src/plans/index.ts'
import { applyFirst, classesToBeginWith, type Run, readRun, showFirst } from '../../src/runs/index.ts'
import { testDatabase } from '../support/database.ts'
import { aSchoolOnDatabase, type SchoolOnDatabase } from '../support/school-on-database.ts'
import { aClass, aPupil, aTeacher, pupils } from '../support/stories.ts'

const { database } = await testDatabase()
const TWO_CLASSES = [
  ...[aClass('7A'), aClass('8B')],
  ...pupils(4, { yearGroup: 'Year 7', classes: ['7A'] }),
  ...pupils(3, { yearGroup: 'Year 8', classes: ['8B'] }, 11),
  aTeacher('t1', { classes: ['7A', '8B'] }),
]

const changesOf = (school: SchoolOnDatabase, run: Run) => school.in((tx) => readChanges(tx, run.id))
const now = async (school: SchoolOnDatabase, run: Run): Promise<Run> => {
  const read = await school.in((tx) => readRun(tx, run.id))
  if (read === undefined) throw new Error('the run is gone')
  return read
}

/** Says that the class of this name comes first; it waits to be applied. */
async function beginsWith(school: SchoolOnDatabase, run: Run, name: string): Promise<Run> {
  const { ids } = school.context
  const classes = await school.in((tx) => classesToBeginWith(tx, run))
  const choice = { class: classes.find((it) => it.name === name)?.ref ?? '' }
  const request = { runId: run.id, planHash: run.result.planHash ?? '', choice, ids }
  const shown = await school.in((tx) => showFirst(tx, request))
  if (!shown.ok) throw new Error(shown.failure.code)
  const first = await school.may('run.apply', (tx) => applyFirst(tx, { ...request, firstHash: shown.value.planHash }))
  if (!first.ok) throw new Error(first.failure.code)
  return first.value
}

describe('a part of a plan that is applied first', () => {
  it('N-14 writes that class alone; the rest is then the plan, exactly as it was shown', async () => {
    const school = await aSchoolOnDatabase(database)
    const run = await school.plan(TWO_CLASSES)
    const shown = await changesOf(school, run)
    const first = await beginsWith(school, run, '7A')
    expect(await changesOf(school, run)).toEqual(shown)
    const part = await changesOf(school, first)
    expect((await school.apply(first)).ok).toBe(true)
    expect((await school.directory()).people.size).toBe(5)
    expect((await school.directory()).classes.size).toBe(2)
    const rest = await now(school, run)
    expect(rest).toMatchObject({ state: 'ready', result: { changes: { created: 3 } } })
    expect(rest.result.planHash).not.toBe(run.result.planHash)
    expect([...part, ...(await changesOf(school, run))].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(shown)
    expect((await school.apply(rest)).ok).toBe(true)
    expect((await school.directory()).people.size).toBe(8)
  })

  it('N-14 in two parts comes to the same as at once', async () => {
    const stories = [await aSchoolOnDatabase(database), await aSchoolOnDatabase(database)] as const
    const [parts, once] = stories
    const run = await parts.plan(TWO_CLASSES)
    await parts.apply(await beginsWith(parts, run, '8B'))
    await parts.apply(await now(parts, run))
    await once.sync(TWO_CLASSES)
    const told = async (school: SchoolOnDatabase) => {
      const { people, classes } = await school.directory()
      const names = new Map([...classes.values()].map((it) => [it.id, it.fields.name]))
      return [...people.values()]
        .map((it) => [
          it.fields.firstName,
          it.fields.lastName,
          it.fields.yearGroup,
          it.enrolments.map((one) => names.get(one.class)).sort(),
        ])
        .map((it) => JSON.stringify(it))
        .sort()
    }
    expect(await told(parts)).toEqual(await told(once))
    expect((await parts.plan(TWO_CLASSES)).result.summary).toEqual([])
  })

  it('N-02 N-14 undoing the sync takes both back, exactly', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync(TWO_CLASSES)
    const before = await school.hash()
    const moved = TWO_CLASSES.map((it) => (it.sourceId === 'p2' ? aPupil('p2', { yearGroup: 'Year 8', classes: ['8B'] }) : it))
    const run = await school.plan([...moved, aClass('9C'), ...pupils(2, { yearGroup: 'Year 9', classes: ['9C'] }, 21)])
    const first = await beginsWith(school, run, '9C')
    await school.apply(first)
    await school.apply(await now(school, run))
    expect(await school.hash()).not.toBe(before)
    const { undo } = await school.undo(run)
    expect(undo).toMatchObject({ kept: [], cannot: [] })
    expect(await school.hash()).toBe(before)
    expect([await now(school, run), await now(school, first)]).toMatchObject([{ state: 'undone' }, { state: 'undone' }])
  })

  it('N-14 is undone by itself as well, before the rest is applied', async () => {
    const school = await aSchoolOnDatabase(database)
    const run = await school.plan(TWO_CLASSES)
    const before = await school.hash()
    const first = await beginsWith(school, run, '7A')
    await school.apply(first)
    await school.undo(first)
    expect(await school.hash()).toBe(before)
    // the rest names classes that are gone: it is decided about again, with everybody in it
    expect(await now(school, run)).toMatchObject({ state: 'reviewing' })
  })

  it('N-04 N-14 is refused when something has moved, nothing is written, and the plan stays whole', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync(TWO_CLASSES)
    const renamed = TWO_CLASSES.map((it) =>
      it.kind === 'pupil'
        ? aPupil(it.sourceId, { ...it.body.fields, middleName: 'Rose', classes: it.sourceId.length > 2 ? ['8B'] : ['7A'] })
        : it,
    )
    const run = await school.plan(renamed)
    const first = await beginsWith(school, run, '7A')
    const id = await school.ourId('p1')
    await school.in((tx) => tx.rows(sql`update person set middle_name = 'Bell' where school_id = ${tx.schoolId} and id = ${id}`))
    const before = await school.hash()
    expect(await school.apply(first)).toMatchObject({ ok: false, failure: { code: 'run.drifted' } })
    expect(await school.hash()).toBe(before)
    expect(await changesOf(school, run)).toHaveLength(7)
  })

  it('N-14 gives way with its plan to a newer sync', async () => {
    const school = await aSchoolOnDatabase(database)
    const first = await beginsWith(school, await school.plan(TWO_CLASSES), '7A')
    await school.plan(TWO_CLASSES)
    expect(await now(school, first)).toMatchObject({ state: 'discarded' })
    expect(await school.apply(first)).toMatchObject({ ok: false, failure: { code: 'run.not_ready' } })
  })

  it('N-04 N-14 is a part of exactly the plan that was shown, and never all of it', async () => {
    const school = await aSchoolOnDatabase(database)
    const { ids } = school.context
    const run = await school.plan(TWO_CLASSES)
    const [one] = await school.in((tx) => classesToBeginWith(tx, run))
    const request = { runId: run.id, planHash: run.result.planHash ?? '', choice: { class: one?.ref ?? '' }, ids }
    const asked = (more: object) => school.may('run.apply', (tx) => applyFirst(tx, { ...request, firstHash: 'f'.repeat(64), ...more }))
    expect(await asked({})).toMatchObject({ failure: { code: 'run.other_plan' } })
    expect(await asked({ planHash: 'f'.repeat(64) })).toMatchObject({ failure: { code: 'run.other_plan' } })
    expect(await asked({ choice: { class: 'nowhere' } })).toMatchObject({ failure: { code: 'first.not_a_part' } })
    const everybody = { people: (await changesOf(school, run)).map((it) => it.key) }
    expect(await asked({ choice: everybody })).toMatchObject({ failure: { code: 'first.not_a_part' } })
    // the whole is applied before its turn comes
    const first = await beginsWith(school, run, '7A')
    expect((await school.apply(run)).ok).toBe(true)
    expect(await school.apply(first)).toMatchObject({ ok: false, failure: { code: 'first.plan_changed' } })
    expect((await school.directory()).people.size).toBe(8)
  })
})
