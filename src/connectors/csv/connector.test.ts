import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connectorConformance, type PackageRead, readWith, requestOf } from '../conformance.ts'
import { FILE_SCHOOL } from '../connector.ts'
import { plainCsv } from './connector.ts'

const ECHALK_HEADER =
  'first_name,middle_name,last_name,email,password,custom_id,school_district_external_id,user_type,position,grade,status'

connectorConformance({
  connector: plainCsv,
  packages: [
    {
      name: 'eChalk users',
      files: {
        'users.csv': `${ECHALK_HEADER}\nAva,Rose,Tindall,a@oak.test,hush-1,004417,B1,Student,,3,Active\nJo,,Osei,j@oak.test,hush-2,T12,B1,Teacher,Lead,,\nCy,,Hall,,hush-3,,B2,Student,,4,Active\n`,
      },
      peopleRows: 3,
      otherRows: 0,
      secrets: ['hush-'],
      ids: ['004417', 'T12'],
      withoutSchool: { 'users.csv': `${ECHALK_HEADER}\nAva,Rose,Tindall,a@oak.test,,004417,,Student,,3,Active\n` },
    },
    {
      name: 'a school’s own spreadsheets',
      files: {
        'pupils.csv':
          'Adno,UPN,Forename,Surname,DOB,Year,Reg,Pwd\n001,Z873200011001,Ava,Moss,11/02/2018,3,3W,hush-4\n002,,Jo,Lee,25/12/2017,4,4B,hush-5\n',
        'staff.csv': 'Staff Code,Forename,Surname,Work Email,Initial PIN\n007,Mia,Osei,m@oak.test,hush-6\n',
      },
      peopleRows: 3,
      otherRows: 0,
      secrets: ['hush-'],
      ids: ['001', '002', '007'],
      withoutSchool: null,
    },
    {
      name: 'schools in a column',
      files: {
        'people.csv':
          'id,name,role,school,birth_date\n01,"Moss, Ava",pupil,S1,2018-02-11\n02,Jo Lee,governor,S1,\n03,Mia Osei,teacher,S2,\n',
      },
      peopleRows: 3,
      otherRows: 0,
      secrets: [],
      ids: ['01', '03'],
      withoutSchool: { 'people.csv': 'id,name,role,school\n01,Ava Moss,pupil,\n' },
    },
  ],
})

/** People as `school kind id first last`, problems as `line code`. */
function told({ summary, recorded }: PackageRead) {
  return {
    people: recorded.people.map(({ school, person: { kind, sourceId, fields } }) =>
      [school, kind, sourceId, fields.firstName, fields.lastName].join(' ').trim(),
    ),
    rejected: recorded.rejected.map(({ problem }) => `${problem.line} ${problem.code}`),
    leftOut: recorded.leftOut.map(({ place, code, detail }) => `${place.line} ${code} ${detail}`),
    warnings: recorded.warnings.map(({ problem }) => problem.code),
    failure: summary.ok ? null : summary.failure,
  }
}
const readOne = (content: string, name = 'people.csv') => readWith(plainCsv, { [name]: content })
const fieldsOf = async (content: string) => (await readOne(content)).recorded.people.map(({ person }) => person.fields)

describe('eChalk user file', () => {
  const users = (...rows: string[]) => readOne([ECHALK_HEADER, ...rows].join('\n'))

  it('reads all its columns but the password (S-156)', async () => {
    const { recorded, summary } = await users('Ava,Rose,Tindall,ava@oak.test,pw,004417,B1,Student,,3,Active')
    expect(recorded.people[0]?.person).toEqual({
      kind: 'pupil',
      sourceId: '004417',
      fields: {
        ...{ firstName: 'Ava', middleName: 'Rose', lastName: 'Tindall', email: 'ava@oak.test', customId: '004417' },
        ...{ userType: 'Student', yearGroup: '3', status: 'active' },
      },
    })
    expect(summary).toMatchObject({ value: { format: 'echalk', hasUsGrades: true } })
  })

  it.each<[string, string, string | null]>([
    ['a user type outside the list (S-157)', 'A,,B,,,1,B1,Parent,,3,Active', 'user_type Parent'],
    ['no user type (S-157)', 'A,,B,,,1,B1,,,3,Active', 'user_type null'],
    ['a grade outside the list (S-158)', 'A,,B,,,1,B1,Student,,13,Active', 'grade 13'],
    ['a status outside the list (S-160)', 'A,,B,,,1,B1,Student,,3,Gone', 'status Gone'],
    ['a strange grade on staff, which is ignored (S-158)', 'A,,B,,,1,B1,Teacher,,13,Active', null],
    ['case', 'A,,B,,,1,B1,student,,prek,ACTIVE', null],
  ])('judges %s by the row, with value and cure (D10)', async (_name, row, expected) => {
    const { recorded } = await users(row, 'C,,D,,,2,B1,Student,,K,')
    const judged = recorded.rejected.map(({ problem: { code, column, value, line } }) => `${code} ${line} ${column} ${value}`)
    expect(judged).toEqual(expected === null ? [] : [`person.value_not_listed 2 ${expected}`])
    expect(recorded.people).toHaveLength(expected === null ? 2 : 1)
  })

  it('takes a blank grade as Unspecified, and grade and position only where they belong (S-158, S-159)', async () => {
    const { recorded } = await users('A,,B,,,1,B1,Student,Prefect,,Active', 'C,,D,,,2,B1,Staff,Cook,5,Disabled')
    expect(recorded.people.map(({ person: { fields } }) => [fields.yearGroup, fields.position, fields.status])).toEqual([
      [null, undefined, 'active'],
      [undefined, 'Cook', 'disabled'],
    ])
  })

  it('says which headers are missing (S-161)', async () => {
    const { failure } = told(await readOne('first_name,last_name,email,custom_id,school_district_external_id,user_type,grade,status\n'))
    expect(failure).toMatchObject({ code: 'file.column_missing', column: 'middle_name, position' })
  })

  it('rejects a user without custom_id', async () => {
    expect(told(await users('A,,B,,,,B1,Student,,3,Active')).rejected).toEqual(['2 person.without_id'])
  })
})

describe('who the people are', () => {
  it('takes the role where the user type is blank, and several classes from one cell, as `muster people` lists them', async () => {
    const { recorded } = await readOne(
      'id,role,first_name,last_name,upn,user_type,classes,sync,source_id\nx1,pupil,Ava,Moss,,,Maths; Art,live,9\nx2,staff,Jo,Lee,,,,live,8\nx3,staff,Mia,Osei,,Teacher,Art,,\nx4,,Cy,Hall,,,,,\n',
    )
    expect(recorded.people.map(({ person }) => [person.kind, person.sourceId, person.fields.userType])).toEqual([
      ['pupil', 'x1', null],
      ['staff', 'x2', null],
      ['staff', 'x3', 'Teacher'],
    ])
    expect(recorded.enrolments.map(({ it }) => `${it.classSourceId} ${it.personSourceId}`)).toEqual([
      ...['subject:Maths x1', 'subject:Art x1', 'subject:Art x3'],
    ])
    expect(recorded.rejected.map(({ problem }) => `${problem.line} ${problem.code}`)).toEqual(['5 person.without_role'])
  })

  it('reads several schools of one file (S-164)', async () => {
    const read = await readOne('School Name,Adno,Forename,Surname\nOak School,01,Ava,Moss\nElm School,01,Jo,Lee\n,02,Cy,Hall\n')
    expect(told(read)).toMatchObject({
      people: ['Oak School pupil 01 Ava Moss', 'Elm School pupil 01 Jo Lee'],
      rejected: ['4 person.without_school'],
    })
    expect([...read.recorded.schools.values()]).toEqual(['Oak School', 'Elm School'])
  })

  it('leaves out parents and governors, and rejects roles nobody knows', async () => {
    const read = await readOne('id,role,first_name,last_name\n1,Pupil,A,B\n2,Parent,C,D\n3,Wizard,E,F\n4,,G,H\n5,Teaching Assistant,I,J\n')
    expect(told(read)).toMatchObject({
      people: ['pupil 1 A B', 'staff 5 I J'],
      leftOut: ['3 person.other_role Parent'],
      rejected: ['4 person.value_not_listed', '5 person.without_role'],
    })
  })

  it.each([
    ['staff by their headers', 'Staff Code,Forename,Surname\nABC,A,B', 'export.csv', 'staff ABC A B'],
    ['staff by the file name', 'Name,Email\nAnn Moss,Ann@Oak.test', 'staff list.csv', 'staff ann@oak.test Ann Moss'],
    ['pupils where both speak', 'UPN,Forename,Surname,Teacher ID\nZ873200011001,A,B,T1', 'staff.csv', 'pupil Z873200011001 A B'],
  ])('knows %s', async (_name, content, file, expected) => {
    expect(told(await readOne(content, file)).people).toEqual([expected])
  })

  it('prefers an id of the MIS, then numbers of the school, then UPN', async () => {
    const rows = (header: string, row: string) => readOne(`${header},Forename,Surname\n${row},A,B\n`).then((read) => told(read).people)
    expect(await rows('UPN,Adno,MIS ID', 'Z873200011001,007,m1')).toEqual(['pupil m1 A B'])
    expect(await rows('UPN,Adno', 'z873 2000 11001,007')).toEqual(['pupil 007 A B'])
    expect(await rows('UPN,Year', 'z873 2000 11001,7')).toEqual(['pupil Z873200011001 A B'])
  })

  it('makes substitute ids that stay the same, and says so once (S-81)', async () => {
    const content = 'Forename,Surname,DOB\nAva,Moss,2018-02-11\nJo,Lee,2018-02-12\n'
    const [first, second] = [told(await readOne(content)), told(await readOne(content))]
    expect(first.people[0]).toMatch(/^pupil substitute-[0-9a-f]{24} Ava Moss$/)
    expect(first).toEqual(second)
    expect(first.warnings).toEqual(['file.substitute_ids'])
  })

  it('rejects a row without an id, and an id on somebody else', async () => {
    const read = await readOne('id,Forename,Surname,DOB\n,Ava,Moss,\n1,Jo,Lee,2018-01-01\n1,Cy,Hall,\n1,Jo,Lee,2017-01-01\n')
    expect(told(read).rejected).toEqual(['2 person.without_id', '4 person.duplicate_id', '5 person.duplicate_id'])
    expect(read.recorded.rejected.map(({ who }) => who?.sourceId ?? null)).toEqual([null, '1', '1'])
  })

  it('treats placeholders as no UPN, and rows that say so as leavers', async () => {
    expect(await fieldsOf('id,Surname,UPN\n1,Moss,UN1\n2,Lee,z873200011001\n')).toMatchObject([{ upn: null }, { upn: 'Z873200011001' }])
    expect((await readOne('id,Surname,Status\n1,Moss,Left\n')).recorded.gone).toMatchObject([{ kind: 'pupil', sourceId: '1' }])
  })

  it('keeps a person whose birth date or sex cannot be read, and warns with the value', async () => {
    const { recorded } = await readOne('id,Surname,DOB,Sex\n1,Moss,31/02/2015,F\n2,Lee,28/02/2015,Q\n')
    expect(recorded.people.map(({ person: { fields } }) => [fields.birthDate, fields.sex])).toEqual([
      [null, 'female'],
      ['2015-02-28', null],
    ])
    expect(recorded.warnings.map(({ problem: { code, line, column, value } }) => `${code} ${line} ${column} ${value}`)).toEqual([
      'person.unreadable_birth_date 2 DOB 31/02/2015',
      'person.unknown_value 3 Sex Q',
    ])
  })

  it('keeps a formula as text and warns (D33 keeps raw values)', async () => {
    const read = await readOne('id,Forename,Surname\n1,=1+1,Moss\n2,@Jo,-\n')
    expect(told(read)).toMatchObject({
      people: ['pupil 1 =1+1 Moss', 'pupil 2 @Jo -'],
      warnings: ['file.formula_like', 'file.formula_like'],
    })
  })
})

describe('classes', () => {
  it('come from people’s rows, with the year groups of their pupils', async () => {
    const { recorded, summary } = await readOne('Adno,Surname,Year,Reg,Set\n1,Moss,3,3W,Ma1\n2,Lee,4,3W,\n')
    expect(recorded.classes.map(({ it }) => [it.sourceId, it.kind, it.yearGroups.join('+')])).toEqual([
      ['registration:3W', 'registration', '3+4'],
      ['subject:Ma1', 'subject', '3'],
    ])
    expect(recorded.enrolments.map(({ it, counted }) => `${it.personSourceId} ${it.classSourceId} ${it.role} ${counted}`)).toEqual([
      '1 registration:3W pupil false',
      '1 subject:Ma1 pupil false',
      '2 registration:3W pupil false',
    ])
    expect(summary).toMatchObject({
      value: { carries: { pupil: { extent: 'part' }, staff: { extent: 'absent' }, enrolment: { extent: 'whole' } } },
    })
  })

  it('one row per membership is one person in several classes, and rows still add up', async () => {
    const { recorded } = await readOne('Adno,Surname,Class\n1,Moss,Maths\n1,Moss,Art\n2,Lee,Art\n2,Lee,Art\n')
    expect(recorded.people.map(({ person }) => person.sourceId)).toEqual(['1', '2'])
    expect(recorded.leftOut.map(({ code, place }) => `${code} ${place.line}`)).toEqual(['person.row_repeats 3', 'person.row_repeats 5'])
    expect(recorded.enrolments.map(({ it }) => `${it.personSourceId} ${it.classSourceId}`)).toEqual([
      '1 subject:Maths',
      '1 subject:Art',
      '2 subject:Art',
    ])
  })
})

describe('a map (S-162)', () => {
  const content = 'Nr,Vorname,Nachname,Klasse,Kennwort\n007,Ava,Moss,3W,hush\n'
  it('says which column is which', async () => {
    const read = await readWith(
      plainCsv,
      { 'liste.csv': content },
      { id: 'Nr', first_name: 'Vorname', last_name: 'Nachname', registration_class: 'Klasse' },
    )
    expect(told(read).people).toEqual(['pupil 007 Ava Moss'])
    expect(JSON.stringify(read)).not.toContain('hush')
  })

  it.each([
    ['an unknown field', { shoe_size: 'Nr' }, 'file.map_unknown_field'],
    ['an unknown column', { id: 'Nummer' }, 'file.map_unknown_column'],
    ['a password column', { username: 'Kennwort' }, 'file.map_secret_column'],
  ])('is refused with %s', async (_name, map, code) => {
    expect(await plainCsv.recognises(requestOf({ 'liste.csv': content }, map))).toBe(true)
    expect(told(await readWith(plainCsv, { 'liste.csv': content }, map)).failure).toMatchObject({ code, file: 'liste.csv' })
  })
})

describe('what is not ours', () => {
  it.each([
    ['organisations', 'sourcedId,status,name,type,identifier\n1,active,Oak School,school,1\n'],
    ['classes', 'sourcedId,title,grades\n1,Maths,3\n'],
    ['anything', 'a,b,c\n1,2,3\n'],
    ['nothing', ''],
  ])('does not recognise %s', async (_name, content) => {
    expect(await plainCsv.recognises(requestOf({ 'x.csv': content }))).toBe(false)
  })
})

const ROSTERS = join(import.meta.dirname, '../../../../shared/data/rosters')

describe.skipIf(!existsSync(ROSTERS))('files that others made (skipped where ../shared/data is missing)', () => {
  const shared = (path: string) => readOne(readFileSync(join(ROSTERS, path), 'utf8'), path.split('/').at(-1))

  it('reads 960 pupils with legal and preferred names', async () => {
    const { recorded } = await shared('legal-and-preferred-names.csv')
    expect(recorded.people).toHaveLength(960)
    expect(recorded.rejected).toEqual([])
    expect(recorded.people[0]).toMatchObject({
      school: FILE_SCHOOL,
      person: {
        sourceId: '604821',
        fields: { firstName: 'Tyrone', knownAsFirstName: 'Ty', knownAsLastName: 'Dye', birthDate: '2014-11-13' },
      },
    })
  })

  it('reads two days of one SIS, month first', async () => {
    const [day1, day2] = [await shared('sis-day1-day2/day1-students.csv'), await shared('sis-day1-day2/day2-students.csv')]
    expect(told(day1)).toMatchObject({
      people: ['sch0 pupil st1 Albert Ibarra', 'sch0 pupil st4 Jon Smith'],
      rejected: [],
      warnings: [expect.any(String)],
    })
    expect(told(day2).people).toEqual(['sch0 pupil st1 Al Ibarra', 'sch0 pupil st2 Sharon Henderson'])
    expect(day1.recorded.people[0]?.person.fields).toMatchObject({ birthDate: '2004-04-02', sex: 'male', yearGroup: '11' })
    expect(day1.summary).toMatchObject({ value: { hasUsGrades: true } })
  })

  it('uses 1,187 pupils and leaves out 812 parents', async () => {
    const { recorded } = await shared('families/users-1999-with-parents.csv')
    expect([recorded.people.length, recorded.leftOut.length, recorded.rejected.length]).toEqual([1187, 812, 0])
  })
})

describe('leaving dates', () => {
  const read = (rows: string) => readWith(plainCsv, { 'pupils.csv': `Adno,Forename,Surname,DOB,Year,Leaving Date\n${rows}` })
  it('say who has left, who will leave, and cost nobody who has none or one that cannot be read', async () => {
    const { recorded } = await read(
      '1,Ava,Moss,11/02/2018,3,17/07/2020\n2,Jo,Lee,25/12/2017,4,17/07/2026\n3,Mia,Osei,25/11/2017,4,\n4,Cy,Hall,24/11/2017,4,soon\n',
    )
    expect(recorded.gone).toMatchObject([{ kind: 'pupil', sourceId: '1', leftOn: '2020-07-17' }])
    expect(recorded.people.map(({ person: { sourceId, leavingDate } }) => [sourceId, leavingDate])).toEqual([
      ['2', '2026-07-17'],
      ['3', undefined],
      ['4', undefined],
    ])
    expect(recorded.warnings.map(({ problem: { code, line, column } }) => [code, line, column])).toContainEqual([
      ...['person.unreadable_leaving_date', 5, 'Leaving Date'],
    ])
  })
})
