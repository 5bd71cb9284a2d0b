import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { stateOf } from '../support/apply-in-memory.ts'
import { testDatabase } from '../support/database.ts'
import { histories, sourcesOf } from '../support/random-school.ts'
import { said } from '../support/school-in-memory.ts'
import { aSchoolOnDatabase, type SchoolOnDatabase } from '../support/school-on-database.ts'
import { aClass, aPupil, pupils } from '../support/stories.ts'

const { database } = await testDatabase()
const ADA = { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' }
const CLASSES = [aClass('7A'), aClass('7B')]
const BEFORE = [...CLASSES, aPupil('p1', { ...ADA, classes: ['7A'] }), ...pupils(4, { classes: ['7B'] }, 2)]
/** p1 is renamed, moves up and to 7B; p2 leaves; p9 comes, into a year and a class that are new. */
const AFTER = [
  ...CLASSES,
  aClass('9C'),
  aPupil('p1', { ...ADA, lastName: 'Okafor', yearGroup: 'Y8', classes: ['7B'] }),
  ...pupils(3, { classes: ['7B'] }, 3),
  aPupil('p9', { yearGroup: 'Year 9', classes: ['9C'] }),
]

const edit = (school: SchoolOnDatabase, id: string, field: string, value: string) =>
  school.in((tx) => tx.rows(sql`update person set ${sql.ref(field)} = ${value} where school_id = ${tx.schoolId} and id = ${id}`))

/** The directory, and in which school year each pupil is said to have begun (S-91). */
const intakesAnd = async (school: SchoolOnDatabase) => ({
  directory: stateOf(await school.directory()),
  intakes: await school.in((tx) => tx.rows(sql`select id, intake_year from person where school_id = ${tx.schoolId} order by id`)),
})

describe('an undo', () => {
  it('D27, N-02 gives back the exact earlier state: directory, memberships, live links, vetoes', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync(BEFORE)
    await school.decide(said('unmatch', 'p5', await school.ourId('p5')))
    const before = await school.hash()
    const run = await school.sync(AFTER)
    expect(await school.hash()).not.toBe(before)
    const { undo } = await school.undo(run)
    expect(undo).toMatchObject({ kept: [], cannot: [] })
    expect(await school.hash()).toBe(before)
  })

  it('D27 of a first sync leaves nothing', async () => {
    const school = await aSchoolOnDatabase(database)
    const before = await school.hash()
    await school.undo(await school.sync(BEFORE))
    expect(await school.hash()).toBe(before)
  })

  it('D27 can be undone, and the run it took back cannot be undone twice', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync(BEFORE)
    const run = await school.sync(AFTER)
    const after = await intakesAnd(school)
    const { run: undo } = await school.undo(run)
    expect(await school.planUndo(run)).toMatchObject({ ok: false, failure: { code: 'run.already_undone' } })
    await school.undo({ ...run, id: undo.id })
    expect(await intakesAnd(school)).toEqual(after)
  })

  it('N-02 in three buckets: reversed, kept because edited since, cannot be', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync(BEFORE)
    const run = await school.sync([...AFTER, aPupil('p8', { classes: ['7B'] })])
    const [p1, p8, p9] = await Promise.all(['p1', 'p8', 'p9'].map((it) => school.ourId(it)))
    await edit(school, p1 ?? '', 'last_name', 'Okafor-Marsh')
    await edit(school, p9 ?? '', 'middle_name', 'Rose')
    await school.in(async (tx) => {
      for (const [table, key] of [
        ['enrolment', 'person_id'],
        ['link', 'record_id'],
        ['person', 'id'],
      ] as const)
        await tx.rows(sql`delete from ${sql.table(table)} where school_id = ${tx.schoolId} and ${sql.ref(key)}::text = ${p8}`)
    })
    const { undo } = await school.undo(run)
    expect(undo.kept.filter((it) => it.recordKind === 'person').sort((a, b) => (a.recordId < b.recordId ? -1 : 1))).toEqual(
      [
        { recordKind: 'person', recordId: p1, what: ['lastName'] },
        { recordKind: 'person', recordId: p9, what: ['middleName'] },
      ].sort((a, b) => ((a.recordId ?? '') < (b.recordId ?? '') ? -1 : 1)),
    )
    expect(undo.cannot).toEqual([{ recordKind: 'person', recordId: p8, what: [] }])
    const { people, classes } = await school.directory()
    expect(people.get(p1 ?? '')?.fields).toMatchObject({ lastName: 'Okafor-Marsh', yearGroup: '7' })
    expect(people.get(p9 ?? '')?.fields).toMatchObject({ middleName: 'Rose', status: 'disabled' })
    expect([...classes.values()].map((it) => it.fields.name).sort()).toEqual(['7A', '7B', '9C'])
  })

  it('N-04 what changed between its plan and its apply refuses it', async () => {
    const school = await aSchoolOnDatabase(database)
    await school.sync(BEFORE)
    const run = await school.sync(AFTER)
    const planned = await school.planUndo(run)
    if (!planned.ok) throw new Error(planned.failure.code)
    await edit(school, await school.ourId('p1'), 'last_name', 'Bell')
    expect(await school.apply(planned.value.run)).toMatchObject({ ok: false, failure: { code: 'run.drifted' } })
  })

  it('D31 can be asked for within thirty days', async () => {
    let now = new Date('2026-03-01T12:00:00Z')
    const school = await aSchoolOnDatabase(database, () => now)
    const run = await school.sync(BEFORE)
    now = new Date('2026-03-31T12:00:00Z')
    expect(await school.planUndo(run)).toMatchObject({ ok: true })
    now = new Date('2026-03-31T12:00:01Z')
    expect(await school.planUndo(run)).toMatchObject({ ok: false, failure: { code: 'run.too_old_to_undo' } })
  })

  it('D27, S-50 after random reads of random schools is exact, on the real tables', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const school = await aSchoolOnDatabase(database)
        for (const { source, ...told } of sourcesOf(history)) {
          const before = await school.hash()
          const { undo } = await school.undo(await school.sync(source, told))
          expect(undo).toMatchObject({ kept: [], cannot: [] })
          expect(await school.hash()).toBe(before)
          await school.sync(source, told)
        }
      }),
      { numRuns: 15 },
    )
  })
})
