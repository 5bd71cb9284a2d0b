import { describe, expect, it } from 'vitest'
import { openTable } from '../../tables/index.ts'
import { FILE_SCHOOL } from '../connector.ts'
import { filesOf, type Recorded, recordRead } from '../support/recording.ts'
import { oneRosterCsv } from './connector.ts'

const NOW = new Date('2026-10-01T08:00:00Z')
const ORGS =
  'sourcedId,name,type,parentSourcedId\ns1,Oak Primary,school,t1\ns2,Elm Primary,school,t1\nd1,Infants,department,s1\nt1,Tree Trust,district,\n'
const ONE_ORG = 'sourcedId,name,type,parentSourcedId\ns1,Oak Primary,school,\n'
const HEADER = 'sourcedId,enabledUser,orgSourcedIds,role,givenName,familyName'

function read(texts: Readonly<Record<string, string>>): Promise<Recorded> {
  return recordRead(oneRosterCsv, { files: filesOf(texts), openTable, map: null, now: NOW })
}

const users = (...rows: readonly string[]) => read({ 'orgs.csv': ORGS, 'users.csv': [HEADER, ...rows].join('\n') })
const placed = ({ people }: Recorded) => people.map(({ school, person }) => `${school}:${person.kind}:${person.sourceId}`)
const codes = (list: readonly { readonly problem: { readonly code: string } }[]) => list.map(({ problem }) => problem.code)

describe('the school of a person', () => {
  it('uses somebody of two schools in each of them (S-164)', async () => {
    expect(placed(await users('u1,true,"s1,s2",teacher,Jo,Osei'))).toEqual(['s1:staff:u1', 's2:staff:u1'])
  })

  it('counts a department to the school above it, once, and a trust to itself (D22)', async () => {
    const read = await users('u1,true,"d1,s1",student,Ava,Tindall', 'u2,true,t1,administrator,Kit,Rowe')
    expect(placed(read)).toEqual(['s1:pupil:u1', 't1:staff:u2'])
    expect([...read.schools.keys()].sort()).toEqual(['s1', 's2', 't1'])
    expect(read.otherRows).toEqual({ 'orgs.csv leftOut': 1 })
  })

  it('takes an organisation that nothing describes for a school and says so once (D22)', async () => {
    const read = await users('u1,true,x9,student,Ava,Tindall', 'u2,true,x9,student,Ben,Ode')
    expect(placed(read)).toEqual(['x9:pupil:u1', 'x9:pupil:u2'])
    expect(read.schools.get('x9')).toBeNull()
    expect(codes(read.warnings)).toEqual(['school.not_described'])
  })

  it('rejects somebody of no school, known to be there (D10)', async () => {
    const read = await users('u1,true,,student,Ava,Tindall')
    expect(read.rejected).toMatchObject([
      {
        school: null,
        problem: { code: 'person.without_school', file: 'users.csv', line: 2, value: 'u1' },
        who: { kind: 'pupil', sourceId: 'u1' },
      },
    ])
  })

  it('counts people of no school to the only school there is, and says how many', async () => {
    const read = await recordRead(oneRosterCsv, {
      ...{ openTable, map: null, now: NOW },
      files: filesOf({ 'orgs.csv': ONE_ORG, 'users.csv': `${HEADER}\nu1,true,,student,Ava,Tindall\nu2,true,,student,Ben,Ode\n` }),
    })
    expect(placed(read)).toEqual(['s1:pupil:u1', 's1:pupil:u2'])
    expect(read.warnings).toMatchObject([{ school: 's1', problem: { code: 'person.school_assumed', params: { count: 2 } } }])
  })

  it('counts everybody to the school of the file when nothing names one (D22)', async () => {
    const users = 'sourcedId,enabledUser,role,givenName,familyName\nu1,true,student,Ava,Tindall\n'
    expect(placed(await read({ 'users.csv': users }))).toEqual([`${FILE_SCHOOL}:pupil:u1`])
    expect(placed(await read({ 'users.csv': users, 'orgs.csv': ONE_ORG }))).toEqual(['s1:pupil:u1'])
  })
})

describe('the role of a person', () => {
  it('leaves out parents, and counts them by role', async () => {
    const read = await users('u1,true,s1,parent,Ada,Tindall', 'u2,true,s1,Guardian,Bo,Tindall')
    expect(read.leftOut).toMatchObject([
      { school: 's1', code: 'person.other_role', detail: 'parent' },
      { school: 's1', code: 'person.other_role', detail: 'Guardian' },
    ])
  })

  it('rejects an unknown or missing role with its place and a cure, and goes on (D10, S-140, S-143)', async () => {
    const read = await users('u1,true,s1,wizard,Ada,Tindall', 'u2,true,s1,,Bo,Tindall', 'u3,true,s1,student,Cy,Tindall')
    expect(read.rejected).toMatchObject([
      { school: 's1', problem: { code: 'person.value_not_listed', line: 2, column: 'role', value: 'wizard' } },
      { school: 's1', problem: { code: 'person.without_role', line: 3 } },
    ])
    expect(read.rejected[0]?.problem.params?.['allowed']).toContain('student')
    expect(placed(read)).toEqual(['s1:pupil:u3'])
  })

  it('gives staff one of the four user types (S-157)', async () => {
    const read = await users('u1,true,s1,teacher,A,A', 'u2,true,s1,aide,B,B', 'u3,true,s1,Administrator,C,C', 'u4,true,s1,STUDENT,D,D')
    expect(read.people.map(({ person }) => person.fields.userType)).toEqual(['Teacher', 'Staff', 'Administrator', 'Student'])
  })
})

describe('rows of people that cannot be used', () => {
  it('rejects the second row of an id, and a row without one', async () => {
    const read = await users('u1,true,s1,student,Ava,Tindall', 'u1,true,s1,student,Ben,Ode', ',true,s1,student,Cy,Rowe')
    expect(placed(read)).toEqual(['s1:pupil:u1'])
    expect(read.rejected).toMatchObject([
      { school: 's1', problem: { code: 'person.duplicate_id', line: 3, value: 'u1' }, who: { kind: 'pupil', sourceId: 'u1' } },
      { school: 's1', problem: { code: 'person.without_id', line: 4 } },
    ])
    expect(read.rejected[1]).not.toHaveProperty('who')
  })

  it('tells every row once, whatever is wrong with it', async () => {
    const rows = [
      'u1,true,s1,student,A,B',
      'u1,true,s1,student,A,B',
      ',,,,,',
      'u2,true,s1,x,A,B',
      'u3,true,s1,parent,A,B',
      'u4,true,,student,A,B',
    ]
    const read = await users(...rows, 'u5,true,s1,student,A,B,too,many', '"u6","true,s1,student,A,B', 'u7,true,s1,teacher,A,B')
    // the row of commas only is blank and no data row
    expect(read.rows['users.csv']).toBe(rows.length - 1 + 3)
    expect(codes(read.rejected)).toEqual(
      expect.arrayContaining(['file.row_with_too_many_cells', 'file.unclosed_quote', 'person.without_school']),
    )
  })
})
