import { beforeAll, describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { csv, oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()

const PEOPLE = [
  { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7', classes: ['7A', 'Maths'] },
  { id: 'p2', first: 'Ben', last: 'Okafor', grade: '7', classes: ['7A', 'Maths'] },
  { id: 'p3', first: 'Cleo', last: 'Patel', grade: '7', classes: ['7A', 'Art'] },
  { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: 'd@oak.example.test', classes: ['7A', 'Maths'] },
] as const

const STAMP = { dateLastModified: '2026-10-02T04:00:00.000Z' }

/** A package of changes: only these rows, of the files they name. */
function changes(files: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>, version = '1.1'): string {
  const manifest = [
    { propertyName: 'oneroster.version', value: version },
    ...Object.keys(files).map((name) => ({ propertyName: `file.${name}`, value: 'delta' })),
  ]
  const texts = Object.entries(files).map(([name, rows]) => [`${name}.csv`, csv(rows)])
  return writePackage(muster.folder, { 'manifest.csv': csv(manifest), ...Object.fromEntries(texts) })
}

const user = (id: string, status: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ sourcedId: id, status, ...STAMP, enabledUser: 'true', orgSourcedIds: 'oak', role: 'student', username: `user-${id}` },
  ...{ givenName: 'Ada', familyName: 'Marsh', grades: '7', ...more },
})
const membership = (id: string, person: string, status: string, role = 'student') => ({
  ...{ sourcedId: `${id}-${person}`, status, ...STAMP, classSourcedId: id, schoolSourcedId: 'oak', userSourcedId: person, role },
})

/** Who is in which class, as `p1 7A`. */
async function memberships(): Promise<readonly string[]> {
  const rows = await muster.ask<{ it: string }>(`
    select l.source_id || ' ' || c.name as it from enrolment e
    join class c on c.school_id = e.school_id and c.id = e.class_id
    join link l on l.school_id = e.school_id and l.record_id = e.person_id::text and l.record_kind = 'person' order by 1`)
  return rows.map(({ it }) => it)
}

const ALL = ['p1 7A', 'p1 Maths', 'p2 7A', 'p2 Maths', 'p3 7A', 'p3 Art', 't1 7A', 't1 Maths']

describe('a package of changes after a whole one', () => {
  beforeAll(async () => {
    await muster.sync(writePackage(muster.folder, oneRoster(PEOPLE)), '--import-staff')
    expect(await memberships()).toEqual(ALL)
  })

  it('ends the memberships it marks as deleted, of people it does not name otherwise, and touches no other (S-69)', async () => {
    const source = changes({ enrollments: [membership('Maths', 'p2', 'tobedeleted'), membership('Maths', 't1', 'tobedeleted', 'teacher')] })
    const { school, code } = await muster.sync(source)
    expect([code, school.changes]).toMatchObject([0, { updated: 2, desynced: 0 }])
    expect(await memberships()).toEqual(ALL.filter((it) => it !== 'p2 Maths' && it !== 't1 Maths'))
    expect((await muster.sync(source)).school.changes).toMatchObject({ updated: 0, created: 0 })
  })

  it('adds memberships of people and classes sent earlier', async () => {
    const { school, rest } = await muster.sync(changes({ enrollments: [membership('Maths', 'p2', 'active')] }))
    expect([school.changes, school.problems]).toMatchObject([{ updated: 1 }, []])
    expect(rest.files).toContainEqual({ file: 'enrollments.csv', rows: { read: 1, used: 1, leftOut: 0, rejected: 0 } })
    expect(await memberships()).toEqual(ALL.filter((it) => it !== 't1 Maths'))
  })

  it('lets one that is deleted and given again stand, in either order', async () => {
    const rows = [
      membership('Maths', 't1', 'tobedeleted', 'teacher'),
      { ...membership('Maths', 't1', 'active', 'teacher'), sourcedId: 'new' },
    ]
    for (const both of [rows, rows.toReversed()]) await muster.sync(changes({ enrollments: both }))
    expect(await memberships()).toEqual(ALL)
  })

  it('refuses what leads nowhere, with its place', async () => {
    const { school, rest } = await muster.sync(
      changes({ enrollments: [membership('Maths', 'p9', 'active'), membership('Chess', 'p1', 'active')] }),
    )
    expect(school.problems).toMatchObject([
      { code: 'enrolment.unknown_person', line: 2, value: 'p9' },
      { code: 'enrolment.unknown_class', line: 3, value: 'Chess' },
    ])
    expect(rest.files).toContainEqual({ file: 'enrollments.csv', rows: { read: 2, used: 0, leftOut: 0, rejected: 2 } })
  })

  it('changes, ends and renames classes', async () => {
    const art = { sourcedId: 'Art', status: 'tobedeleted', ...STAMP, title: 'Art', classType: 'scheduled', schoolSourcedId: 'oak' }
    const maths = { ...art, sourcedId: 'Maths', status: 'active', title: 'Mathematics' }
    const { code, school } = await muster.sync(changes({ classes: [art, maths] }))
    expect([code, school.problems]).toEqual([0, []])
    expect(await memberships()).toContain('p1 Mathematics')
    expect(school.changes).toMatchObject({ desynced: 0 })
  })

  it('takes who is marked as deleted for a leaver, and who is sent again for the same person, synced again (S-69, D29)', async () => {
    const ids = await muster.ask(`select id from person where last_name = 'Marsh'`)
    const gone = await muster.sync(changes({ users: [user('p1', 'tobedeleted')] }))
    expect(gone.school).toMatchObject({ changes: { desynced: 1 }, rows: { read: 1, used: 0, leftOut: 1, rejected: 0 } })
    expect(gone.school.statuses?.pupils).toMatchObject({ desynced: 1 })
    const back = await muster.sync(changes({ users: [user('p1', 'active', { givenName: 'Adah' })] }))
    expect(back.school).toMatchObject({ changes: { linked: 1, created: 0, desynced: 0 }, statuses: { pupils: { desynced: 0 } } })
    expect(await muster.ask(`select id from person where first_name = 'Adah'`)).toEqual(ids)
    const unnamed = await muster.ask(`select 1 from link where end_reason is not null and record_kind = 'person'`)
    expect(unnamed).toEqual([])
  })

  it('names people and proves nobody absent, even when it is declared full', async () => {
    const { school } = await muster.sync(changes({ users: [user('p1', 'active')] }), '--full')
    expect(school).toMatchObject({ changes: { desynced: 0 }, absence: 'not_proven: users.csv holds changes only' })
  })
})

describe('a OneRoster 1.2 package of changes', () => {
  const withoutRole = ({ orgSourcedIds: _, role: __, ...row }: ReturnType<typeof user>) => row
  const nameOf = async (last: string) =>
    (await muster.ask<{ it: string }>(`select first_name as it from person where last_name = '${last}'`))[0]?.it

  it('changes somebody whose unchanged role it does not repeat, by the school of the user', async () => {
    const row = { ...withoutRole(user('p2', 'active', { givenName: 'Benedict', familyName: 'Okafor' })), primaryOrgSourcedId: 'oak' }
    const { school } = await muster.sync(changes({ users: [row] }, '1.2'))
    expect(school).toMatchObject({ rows: { read: 1, used: 1 }, changes: { updated: 1, desynced: 0 }, problems: [] })
    expect(await nameOf('Okafor')).toBe('Benedict')
  })

  it('changes somebody in every school of the package that knows them, when no school is named, and says so', async () => {
    const org = { sourcedId: 'oak', status: 'active', ...STAMP, name: 'Oak School', type: 'school' }
    const elm = { ...org, sourcedId: 'elm', name: 'Elm School' }
    const row = { ...withoutRole(user('p2', 'active', { givenName: 'Benjamin', familyName: 'Okafor' })), primaryOrgSourcedId: '' }
    const { schools, rest } = await muster.sync(changes({ orgs: [org, elm], users: [row] }, '1.2'))
    expect(schools.map(({ school, changes }) => [school.externalId, changes?.updated])).toEqual([
      ['elm', 0],
      ['oak', 1],
    ])
    expect(rest).toMatchObject({
      rows: { read: 1, used: 1 },
      problems: [{ code: 'package.delta' }, { code: 'package.change_without_school' }],
    })
    expect(await nameOf('Okafor')).toBe('Benjamin')
  })

  it('refuses a change of somebody who was never sent', async () => {
    const row = { ...withoutRole(user('p99', 'active')), primaryOrgSourcedId: 'oak' }
    const { school } = await muster.sync(changes({ users: [row] }, '1.2'))
    expect(school).toMatchObject({
      rows: { read: 1, used: 0, rejected: 1 },
      problems: [{ code: 'person.not_known', line: 2, value: 'p99' }],
    })
  })

  it('ends somebody whose row repeats neither role nor school', async () => {
    const org = { sourcedId: 'oak', status: 'active', ...STAMP, name: 'Oak School', type: 'school' }
    const { school } = await muster.sync(changes({ orgs: [org], users: [withoutRole(user('p3', 'tobedeleted'))] }, '1.2'))
    expect(school.changes).toMatchObject({ desynced: 1 })
  })

  it('updates details of people it does not name otherwise, and says which roles it could not apply', async () => {
    const org = { sourcedId: 'oak', status: 'active', ...STAMP, name: 'Oak School', type: 'school' }
    const demographics = [{ sourcedId: 'p2', status: 'active', ...STAMP, birthDate: '2014-05-06', sex: 'male' }]
    const roles = [
      { sourcedId: 'r', status: 'active', ...STAMP, userSourcedId: 'p2', roleType: 'primary', role: 'student', orgSourcedId: 'oak' },
    ]
    const { school, rest } = await muster.sync(changes({ orgs: [org], demographics, roles }, '1.2'))
    expect(school.changes).toMatchObject({ updated: 1 })
    expect(rest.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['package.change_not_applied']))
    const [ben] = await muster.ask<{ birth_date: string }>(`select birth_date::text from person where last_name = 'Okafor'`)
    expect(ben?.birth_date).toBe('2014-05-06')
  })
})
