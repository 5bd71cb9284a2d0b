import { beforeAll, describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { csv, oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()

const HEADED = (id: string, first: string, last: string) => ({
  'SIS ID': id,
  'School SIS ID': 'elm',
  'First Name': first,
  'Last Name': last,
  Grade: '11',
  Birthdate: '4/2/2004',
})
const DAY_1 = csv([HEADED('1', 'Wilfred', 'Ash'), HEADED('2', 'Jon', 'Birch'), HEADED('3', 'Tess', 'Cole')])
const DAY_2 = csv([HEADED('1', 'Will', 'Ash'), HEADED('3', 'Tess', 'Cole'), HEADED('4', 'Uma', 'Dell')])

/** Which transaction wrote every row of what we hold, and where: any write, even of the same values, changes it. */
async function fingerprint(): Promise<readonly object[]> {
  const tables = ['person', 'class', 'year_group', 'enrolment', 'link', 'directory_change', 'source_record']
  const all = tables.map((it) => `select '${it}' as it, xmin::text, ctid::text from ${it}`).join(' union all ')
  return muster.ask(`${all} order by 1, 3`)
}

describe('the same source again', () => {
  it('writes nothing to what we hold (S-50)', async () => {
    const people = [
      { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7', classes: ['7A', 'Maths'] },
      { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: 'd@oak.example.test', classes: ['7A'] },
    ] as const
    const source = writePackage(muster.folder, oneRoster(people))
    await muster.sync(source, '--import-staff')
    const before = await fingerprint()
    const { code, school } = await muster.sync(source, '--import-staff')
    expect(code).toBe(0)
    expect(school).toMatchObject({ state: 'applied', changes: { created: 0, updated: 0, linked: 0, desynced: 0, unchanged: 2 } })
    expect(before.length).toBeGreaterThan(6)
    expect(await fingerprint()).toEqual(before)
  })
})

describe('the second day of a source', () => {
  const peopleOf = async (school: string) =>
    (JSON.parse((await muster.run('people', '--school', school, '--format', 'json')).out) as { source_id: string; sync: string }[])
      .map((it) => `${it.source_id} ${it.sync}`)
      .sort()

  describe.each([
    { name: 'declared full: who is not in it has left', words: ['--full'], desynced: 1, absence: 'proven', gone: '2 left', code: 0 },
    { name: 'not declared: nobody has left', words: [], desynced: 0, absence: /^not_proven: /, gone: '2 live', code: 0 },
    { name: 'declared partial: nobody has left', words: ['--partial'], desynced: 0, absence: /^not_proven: /, gone: '2 live', code: 0 },
  ])('$name', ({ name, words, desynced, absence, gone, code }) => {
    const elm = name.split(':')[0]?.replaceAll(' ', '-') ?? ''
    const [day1, day2] = [DAY_1, DAY_2].map((it) => it.replaceAll(',elm,', `,${elm},`))

    beforeAll(async () => {
      const { school } = await muster.sync(writePackage(muster.folder, { 'students.csv': String(day1) }), ...words)
      expect(school).toMatchObject({ changes: { created: 3 } })
    })

    it('one changed, one new, and the rest as before (S-57, S-66, S-69, N-05)', async () => {
      const source = writePackage(muster.folder, { 'students.csv': String(day2) })
      const { school, ...ran } = await muster.sync(source, ...words)
      expect(ran.code).toBe(code)
      expect(school.changes).toMatchObject({ created: 1, updated: 1, desynced, unchanged: desynced === 1 ? 1 : 2 })
      expect(school.absence).toEqual(typeof absence === 'string' ? absence : expect.stringMatching(absence))
      expect(await peopleOf(elm)).toEqual(['1 live', gone, '3 live', '4 live'])
      const [will] = await muster.ask<{ first_name: string }>(
        `select first_name from person p join school s on s.id = school_id where external_id = $1 and last_name = 'Ash'`,
        [elm],
      )
      expect(will?.first_name).toBe('Will')
      const again = await muster.sync(source, ...words)
      expect(again.school.changes).toMatchObject({ created: 0, updated: 0, desynced: 0 })
    })
  })

  it('somebody who comes back with their id is synced again, as the same person (S-69)', async () => {
    const before = await muster.ask<{ id: string }>(`select p.id from person p where last_name = 'Birch' order by id`)
    const { school } = await muster.sync(writePackage(muster.folder, { 'students.csv': DAY_1.replaceAll(',elm,', ',declared-full,') }))
    expect(school.changes).toMatchObject({ created: 0, linked: 1 })
    expect(await peopleOf('declared-full')).toContain('2 live')
    expect(await muster.ask(`select p.id from person p where last_name = 'Birch' order by id`)).toEqual(before)
  })
})
