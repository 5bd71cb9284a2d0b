import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { csv, oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()

const PEOPLE = [
  { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7', email: 'ada@oak.example.test', classes: ['7A', 'Maths', 'Art'] },
  { id: 'p2', first: 'Ben', last: 'Okafor; Lee', grade: '8', classes: ['8B'] },
  { id: 'p3', first: 'Cleo', last: 'O\'Neill "Co", Jr', grade: 'R', classes: ['1 Reception'] },
  { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', classes: ['7A', 'Maths'] },
] as const

/** A OneRoster package with UPNs, a birth date and a disabled account. */
function package1(): Record<string, string> {
  const files = oneRoster(PEOPLE)
  const users = files['users.csv'] ?? ''
  return {
    ...files,
    'manifest.csv': (files['manifest.csv'] ?? '').replace('file.demographics,absent', 'file.demographics,bulk'),
    'users.csv': users
      .replace('user-p1,,', 'user-p1,"{UPN:Z873200011001},{FormerUPN:V87320002100A}",')
      .replace('true,oak,student,user-p2', 'false,oak,student,user-p2'),
    'demographics.csv': 'sourcedId,status,dateLastModified,birthDate,sex\np1,,,2014-02-11,female\np2,,,,male\np3,,,,\nt1,,,,\n',
  }
}

interface Listed extends Record<string, unknown> {
  readonly id: string
  readonly source_id: string
}

async function listed(school: string): Promise<readonly Listed[]> {
  const { out } = await muster.run('people', '--school', school, '--format', 'json')
  return JSON.parse(out) as Listed[] // the columns of `people`
}

/** People without what is each school's own: ids and the link to a source. */
const described = (people: readonly Listed[]) => people.map(({ id, source_id, ...fields }) => fields)

const yearGroups = (school: string) =>
  muster.ask(`select y.code, y.name from year_group y join school s on s.id = y.school_id where s.external_id = $1 order by 1`, [school])
const registrationClasses = (school: string) =>
  muster.ask(
    `select distinct k.name from class k join school s on s.id = k.school_id join enrolment e on e.class_id = k.id and e.school_id = s.id
     where s.external_id = $1 and e.is_registration order by 1`,
    [school],
  )

/** Lists a school as CSV and reads the list into another. */
async function copy(from: string, to: string) {
  const list = await muster.run('people', '--school', from, '--format', 'csv')
  const source = path.join(writePackage(muster.folder, { 'list.csv': list.out }), 'list.csv')
  return muster.sync(source, '--school', to, '--import-staff')
}

describe('the list of people', () => {
  it('is read into another school as the same people, year groups and classes', async () => {
    await muster.sync(writePackage(muster.folder, package1()), '--import-staff')
    const before = await listed('oak')
    expect(before.find((it) => it.source_id === 'p1')).toMatchObject({ upn: 'Z873200011001', former_upn: 'V87320002100A' })
    const { code, school } = await copy('oak', 'elm')
    expect(code).toBe(0)
    expect(school.rows).toEqual({ read: 4, used: 4, leftOut: 0, rejected: 0 })
    const after = await listed('elm')
    expect(described(after)).toEqual(described(before))
    expect(after.map((it) => it.source_id)).toEqual(before.map((it) => it.id))
    expect(await yearGroups('elm')).toEqual(await yearGroups('oak'))
    expect(await registrationClasses('elm')).toEqual(await registrationClasses('oak'))
  })

  it('is read where nobody has a user type: the role says who is a pupil', async () => {
    const rows = [
      { id: '1', first_name: 'Eve', last_name: 'Ash', birth_date: '2014-02-11', year_group: 'Year 7', registration_class: '7A' },
    ]
    await muster.sync(writePackage(muster.folder, { 'pupils.csv': csv(rows) }), '--school', 'ash')
    const before = await listed('ash')
    expect(before).toMatchObject([{ role: 'pupil', user_type: null }])
    const { school } = await copy('ash', 'fir')
    expect(school.rows).toEqual({ read: 1, used: 1, leftOut: 0, rejected: 0 })
    expect(described(await listed('fir'))).toEqual(described(before))
  })
})
