import { describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { csv, oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()

const PEOPLE = [
  { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7', classes: ['7A', 'Maths'] },
  { id: 'p2', first: 'Ben', last: 'Okafor', grade: '7', classes: ['7A'] },
  { id: 'p3', first: 'Cleo', last: 'Patel', grade: '8', classes: ['8B', 'Maths'] },
  { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: 'dora@oak.example.test', classes: ['7A', 'Maths'] },
  { id: 'g1', first: 'Eve', last: 'Marsh', role: 'parent' },
] as const

const SDS = {
  'School.csv': 'SIS ID,Name\n10,Ash School\n20,Elm School\n',
  'Section.csv': 'SIS ID,School SIS ID,Section Name\nm,10,Maths\n',
  'Student.csv':
    'SIS ID,School SIS ID,Username,First Name,Last Name,Grade\n1,10,fay,Fay,Rowe,9\n2,20,gus,Gus,Sato,10\n3,99,hal,Hal,Tran,10\n,10,ida,Ida,Udo,9\n',
  'Teacher.csv': 'SIS ID,School SIS ID,Username,First Name,Last Name\n5,10,jo,Jo,Vance\n',
  'StudentEnrollment.csv': 'Section SIS ID,SIS ID\nm,1\nm,77\n',
  'TeacherRoster.csv': 'Section SIS ID,SIS ID\nm,5\n',
}

function addsUp({ read, used, leftOut, rejected }: { read: number; used: number; leftOut: number; rejected: number }): boolean {
  return read === used + leftOut + rejected
}

describe('the first sync of a source', () => {
  it('OneRoster 1.1: every row of people is used, left out or rejected, and the directory holds those used (S-53, S-161)', async () => {
    const { code, school, rest } = await muster.sync(writePackage(muster.folder, oneRoster(PEOPLE)), '--import-staff')
    expect(code).toBe(0)
    expect(school).toMatchObject({
      school: { externalId: 'oak', name: 'Oak School' },
      state: 'applied',
      rows: { read: 5, used: 4, leftOut: 1, rejected: 0 },
      absence: 'proven',
      changes: { created: 4, updated: 0, linked: 0, desynced: 0, unchanged: 0 },
      statuses: { staff: { new: 1 }, pupils: { new: 3 } },
    })
    expect(rest.files.every((it) => addsUp(it.rows))).toBe(true)
    expect(rest.files.find((it) => it.file === 'enrollments.csv')?.rows.used).toBe(7)
    const people = await muster.run('people', '--school', 'oak', '--format', 'json')
    expect(JSON.parse(people.out)).toMatchObject([
      { first_name: 'Ada', last_name: 'Marsh', year_group: 'Year 7', registration_class: '7A', classes: ['Maths'], sync: 'live' },
      { first_name: 'Ben', registration_class: '7A', classes: [] },
      { first_name: 'Cleo', registration_class: '8B', year_group: 'Year 8' },
      { first_name: 'Dora', role: 'staff', email: 'dora@oak.example.test', classes: ['7A', 'Maths'] },
    ])
  })

  it('Microsoft SDS: one run for each school, and a row of an unknown school or without id is told, with its line (S-164, S-143)', async () => {
    const { code, schools, rest } = await muster.sync(writePackage(muster.folder, SDS), '--import-staff')
    expect(code).toBe(0)
    expect(schools.map((it) => it.school.externalId)).toEqual(['10', '20', '99'])
    const rows = [...schools.map((it) => it.rows), rest.rows, ...rest.files.map((it) => it.rows)]
    expect(rows.every(addsUp)).toBe(true)
    const people = [...schools.map((it) => it.rows), rest.rows]
    expect(people.reduce((sum, it) => sum + it.read, 0)).toBe(5)
    expect(people.reduce((sum, it) => sum + it.used, 0)).toBe(4)
    const problems = [...schools.flatMap((it) => it.problems), ...rest.problems]
    expect(problems).toContainEqual(expect.objectContaining({ file: 'Student.csv', line: 5 }))
    expect(problems).toContainEqual(expect.objectContaining({ code: 'enrolment.unknown_person', file: 'StudentEnrollment.csv', line: 3 }))
  })

  it('plain CSV: the school is what the caller says, and a repeat finds it again (S-156, D22)', async () => {
    const rows = [
      { id: '1', first_name: 'Kit', last_name: 'West', birth_date: '2014-03-01', year_group: 'Year 6', role: 'pupil' },
      { id: '2', first_name: 'Lou', last_name: 'Xu', birth_date: '2014-05-07', year_group: 'Year 6', role: 'pupil' },
    ]
    const source = writePackage(muster.folder, { 'people.csv': csv(rows) })
    const first = await muster.sync(source, '--school', 'yew')
    expect(first.school).toMatchObject({ school: { externalId: 'yew' }, rows: { read: 2, used: 2 }, changes: { created: 2 } })
    const again = await muster.sync(source, '--school', 'yew')
    expect(again.school).toMatchObject({ school: first.school.school, changes: { created: 0, unchanged: 2 } })
  })
})
