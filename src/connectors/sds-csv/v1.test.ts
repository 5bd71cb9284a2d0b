import { describe, expect, it } from 'vitest'
import { openTable } from '../../tables/index.ts'
import type { FileReadRequest } from '../connector.ts'
import { filesOf, type Recorded, recording, recordRead } from '../support/recording.ts'
import { sdsCsv } from './connector.ts'

const FULL = {
  'School.csv': 'SIS ID,Name\n10,Oak School\n20,Elm School\n',
  'Section.csv':
    'SIS ID,School SIS ID,Section Name,Section Number,Course Name,Course Description,Course Subject,Status\n1,10,Maths,M1,Math 101,Numbers,Math,Active\n',
  'Student.csv':
    'SIS ID,School SIS ID,First Name,Last Name,Username,Password,Status,Birthdate,Grade\n5,10,Ava,Tindall,ava,CANARY1,Active,4/2/2014,KG\n',
  'Teacher.csv': 'SIS ID,School SIS ID,First Name,Last Name,Username,Password,Title\n5,10,Jo,Osei,jo,CANARY2,Maths lead\n',
  'StudentEnrollment.csv': 'Section SIS ID,SIS ID\n1,5\n',
  'TeacherRoster.csv': 'Section SIS ID,SIS ID\n1,5\n',
}
const WHOLE = { extent: 'whole' }

const request = (texts: Readonly<Record<string, string>>): FileReadRequest => ({
  ...{ files: filesOf(texts), openTable, map: null, now: new Date('2026-10-01T08:00:00Z') },
})
const read = (texts: Readonly<Record<string, string>>): Promise<Recorded> => recordRead(sdsCsv, request({ ...FULL, ...texts }))
const without = (...names: readonly string[]) => Object.fromEntries(Object.entries(FULL).filter(([name]) => !names.includes(name)))

describe('School Data Sync v1', () => {
  it('is read school by school; pupils and teachers number themselves apart (S-164)', async () => {
    const all = await read({})
    expect(all.people.map(({ school, person }) => [school, person])).toEqual([
      [
        '10',
        {
          kind: 'pupil',
          sourceId: '5',
          fields: {
            ...{ firstName: 'Ava', lastName: 'Tindall', username: 'ava', status: 'active' },
            ...{ userType: 'Student', birthDate: '2014-04-02', yearGroup: 'KG' },
          },
        },
      ],
      [
        '10',
        {
          kind: 'staff',
          sourceId: '5',
          fields: { firstName: 'Jo', lastName: 'Osei', username: 'jo', userType: 'Teacher', position: 'Maths lead' },
        },
      ],
    ])
    expect(all.enrolments.map(({ school, it }) => [school, it.role])).toEqual([
      ['10', 'pupil'],
      ['10', 'teacher'],
    ])
    expect(all.summary).toEqual({
      format: 'sds-v1',
      hasUsGrades: true,
      carries: { pupil: WHOLE, staff: WHOLE, class: WHOLE, enrolment: WHOLE },
    })
  })

  it('never reads a password (D9)', async () => {
    const all = await read({ 'Teacher.csv': 'SIS ID,School SIS ID,Username,Password\n5,10,jo,x,CANARY3\n6,10,al,"CANARY4\n' })
    expect(JSON.stringify(all)).not.toContain('CANARY')
    expect(all.rejected.length).toBe(2)
  })

  it.each([
    ['Homeroom 4H', '', '', 'registration'],
    ['4H', 'Registration', '', 'registration'],
    ['7A', '', 'Tutor', 'registration'],
    ['Form 7A', '', '', 'registration'],
    ['Advisory', '', '', 'registration'],
    ['Sixth Form English', '', '', 'subject'],
    ['Platform Design', '', 'Information', 'subject'],
  ])('takes section "%s", course "%s", subject "%s" for a %s class', async (name, course, subject, kind) => {
    const header = 'SIS ID,School SIS ID,Section Name,Course Name,Course Subject'
    const { classes } = await read({ 'Section.csv': `${header}\n1,10,${name},${course},${subject}\n` })
    expect(classes[0]?.it.kind).toBe(kind)
  })

  it('names a section after its number, else its id, and keeps its course description', async () => {
    const { classes } = await read({
      'Section.csv': 'SIS ID,School SIS ID,Section Name,Section Number,Course Description\n1,10,,M1,Numbers\n2,10,,,\n',
    })
    expect(classes.map(({ it }) => [it.name, it.code, it.description])).toEqual([
      ['M1', 'M1', 'Numbers'],
      ['2', null, null],
    ])
  })

  it('uses somebody in each school that has a row for them, and rejects a second row in one school', async () => {
    const { people, rejected } = await read({ 'Student.csv': 'SIS ID,School SIS ID\n5,10\n5,20\n5,10\n' })
    expect(people.filter(({ person }) => person.kind === 'pupil').map(({ school }) => school)).toEqual(['10', '20'])
    expect(rejected).toMatchObject([
      { school: '10', problem: { code: 'person.duplicate_id', line: 4 }, who: { kind: 'pupil', sourceId: '5' } },
    ])
  })

  it.each([
    ['Active', { used: 'active' }],
    ['', { used: 'active' }],
    ['Disabled', { used: 'disabled' }],
    ['Inactive', { gone: true }],
    ['Deleted', { gone: true }],
  ])('takes the status "%s" at its word (S-160)', async (status, expected) => {
    const { people, gone } = await read({ 'Student.csv': `SIS ID,School SIS ID,Status\n5,10,${status}\n` })
    const pupil = people.find(({ person }) => person.kind === 'pupil')
    expect(pupil ? { used: pupil.person.fields.status } : { gone: gone.length === 1 }).toEqual(expected)
  })

  it.each([
    ['4/2/2014', '2014-04-02'],
    ['2014-04-02', '2014-04-02'],
    ['20140402', '2014-04-02'],
    ['25/12/2014', '2014-12-25'],
    ['31/02/2014', null],
    ['2/30/2014', null],
  ])('reads the birth date %s as %s', async (text, date) => {
    const { people, warnings } = await read({ 'Student.csv': `SIS ID,School SIS ID,Birthdate\n5,10,${text}\n` })
    expect(people[0]?.person.fields.birthDate).toBe(date)
    expect(warnings.map(({ problem }) => problem.code)).toEqual(date === null ? ['person.unreadable_birth_date'] : [])
  })

  it('rejects a membership whose section is unknown: its school cannot be known', async () => {
    const { otherRejected } = await read({ 'StudentEnrollment.csv': 'Section SIS ID,SIS ID\n99,5\n' })
    expect(otherRejected).toMatchObject([
      { school: null, problem: { code: 'enrolment.without_school', value: '99' }, makesUnproven: 'enrolment' },
    ])
  })
})

describe('two schools whose sections have the same id', () => {
  it('have the memberships of their own people', async () => {
    const all = await recordRead(
      sdsCsv,
      request({
        'School.csv': 'SIS ID,Name\n10,Oak\n20,Elm\n',
        'Section.csv': 'SIS ID,School SIS ID,Section Name\nm,10,Maths\nm,20,Maths\n',
        'Student.csv': 'SIS ID,School SIS ID,Username\n1,10,ava\n2,20,ben\n',
        'Teacher.csv': 'SIS ID,School SIS ID,Username\n7,20,jo\n',
        'StudentEnrollment.csv': 'Section SIS ID,SIS ID\nm,1\nm,2\n',
        'TeacherRoster.csv': 'Section SIS ID,SIS ID\nm,7\n',
      }),
    )
    expect(all.enrolments.map(({ school, it }) => `${school} ${it.personSourceId}`)).toEqual(['10 1', '20 2', '20 7'])
  })
})

describe('the UK flavour', () => {
  const UK = {
    'School.csv': 'DfE Number,Name\n10,Oak School\n',
    'Student.csv': 'ID,School DfE Number,Username,State ID\n5,10,ava,Z873200011001\n',
    'Teacher.csv': 'ID,School DfE Number,Username\n7,10,jo\n',
  }

  it.each<[string, readonly string[], readonly (string | null)[], string | null]>([
    ['day first where one value shows it', ['25/12/2014', '4/2/2014'], ['2014-12-25', '2014-02-04'], null],
    ['month first where one value shows it', ['12/25/2014', '4/2/2014'], ['2014-12-25', '2014-04-02'], null],
    ['as Microsoft asks where none does, and says so', ['4/2/2014'], ['2014-04-02'], 'file.dates_ambiguous'],
    ['ISO dates without doubt', ['2014-02-04'], ['2014-02-04'], null],
  ])('reads a column of birth dates %s', async (_name, texts, dates, warning) => {
    const rows = texts.map((text, at) => `${at},10,u${at},${text}\n`).join('')
    const all = await recordRead(sdsCsv, request({ ...UK, 'Student.csv': `ID,School DfE Number,Username,Birthdate\n${rows}` }))
    expect(all.people.flatMap(({ person }) => (person.kind === 'pupil' ? [person.fields.birthDate] : []))).toEqual(dates)
    expect(all.warnings.map(({ problem }) => problem.code)).toEqual(warning === null ? [] : [warning])
  })

  it('is read by its own headers, with UK year groups and a UPN in the state ID (D33)', async () => {
    const all = await recordRead(sdsCsv, request(UK))
    expect(all.people.map(({ school, person }) => [school, person.sourceId, person.fields.upn])).toEqual([
      ['10', '5', 'Z873200011001'],
      ['10', '7', undefined],
    ])
    expect(all.summary).toEqual({
      format: 'sds-uk',
      hasUsGrades: false,
      carries: { pupil: WHOLE, staff: WHOLE, class: { extent: 'absent' }, enrolment: { extent: 'absent' } },
    })
  })
})

describe('a set that is not full (D24)', () => {
  it.each([
    [['Teacher.csv'], { pupil: { extent: 'part', why: 'Teacher.csv is missing' }, staff: { extent: 'absent' } }],
    [['School.csv'], { pupil: { extent: 'part', why: 'School.csv is missing' }, class: { extent: 'part', why: 'School.csv is missing' } }],
    [['TeacherRoster.csv'], { enrolment: { extent: 'part', why: 'TeacherRoster.csv is missing' }, class: WHOLE, pupil: WHOLE }],
    [
      ['Section.csv', 'StudentEnrollment.csv', 'TeacherRoster.csv'],
      { pupil: WHOLE, class: { extent: 'absent' }, enrolment: { extent: 'absent' } },
    ],
  ])('without %s proves less', async (names, carries) => {
    expect((await recordRead(sdsCsv, request(without(...names)))).summary.carries).toMatchObject(carries)
  })

  it('proves nothing by an empty file', async () => {
    expect((await read({ 'Teacher.csv': 'SIS ID,School SIS ID\n' })).summary.carries.staff).toMatchObject({
      extent: 'part',
      why: 'Teacher.csv has no rows',
    })
  })

  it('is not read when people have no id', async () => {
    const failed = await sdsCsv.read(request({ ...FULL, 'Student.csv': 'School SIS ID,Username\n10,ava\n' }), recording().sink)
    expect(failed).toMatchObject({ ok: false, failure: { code: 'file.column_missing', file: 'Student.csv', column: 'SIS ID' } })
  })

  it('counts guardians and names strangers', async () => {
    const all = await read({ 'user.csv': 'SIS ID,Email\n1,a@b.example\n', 'menu.csv': 'day,dish\n1,soup\n' })
    expect(all.otherRows).toMatchObject({ 'user.csv leftOut': 1 })
    expect(all.warnings).toMatchObject([{ problem: { code: 'package.unknown_file', file: 'menu.csv' } }])
  })

  it('is no set at all when it is one student extract', async () => {
    expect(await sdsCsv.recognises(request({ 'Student.csv': FULL['Student.csv'] }))).toBe(false)
    expect(await sdsCsv.recognises(request(without('School.csv')))).toBe(true)
  })
})
