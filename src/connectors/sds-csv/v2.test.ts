import { describe, expect, it } from 'vitest'
import { openTable } from '../../tables/index.ts'
import type { FileReadRequest } from '../connector.ts'
import { filesOf, recordRead } from '../support/recording.ts'
import { sdsCsv } from './connector.ts'

const WHOLE = { extent: 'whole' }
const ABSENT = { extent: 'absent' }

const request = (texts: Readonly<Record<string, string>>): FileReadRequest => ({
  ...{ files: filesOf(texts), openTable, map: null, now: new Date('2026-10-01T08:00:00Z') },
})

const V21 = {
  'orgs.csv': 'sourcedId,name,type,parentSourcedId\ns1,Oak School,school,t1\nt1,Tree Trust,academicTrust,\np1,Robotics,program,s1\n',
  'users.csv':
    'sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms\nu1,ava@oak.example,Ava,Tindall,CANARY,,,,\nu2,jo@oak.example,Jo,Osei,,,jo@oak.example,,\nu3,pat@home.example,Pat,Tindall,,,,,\n',
  'roles.csv':
    'userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate\nu1,s1,student,,KG,true,,\nu2,p1,nurse,,,,,\nu2,s1,teacher,,,true,,\nu3,s1,other,,,,,\n',
  'classes.csv': 'sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId,code\nc1,s1,Homeroom 1,,,H1\nc2,p1,Robots,,,\n',
  'enrollments.csv': 'classSourcedId,userSourcedId,role\nc1,u1,student\nc1,u2,teacher\n',
  'demographics.csv': 'userSourcedId,sex,birthDate\nu1,Female,2/11/2018\n',
  'relationships.csv': 'userSourcedId,relationshipUserSourcedId,relationshipRole\nu1,u3,parent\n',
}

describe('School Data Sync v2.1', () => {
  it('is recognised beside OneRoster by the columns it lacks', async () => {
    expect(await sdsCsv.recognises(request(V21))).toBe(true)
    expect(await sdsCsv.recognises(request({ ...V21, 'users.csv': 'sourcedId,status,username\n' }))).toBe(false)
    expect(await sdsCsv.recognises(request({ 'users.csv': V21['users.csv'] }))).toBe(false)
  })

  it('is read with roles, classes and memberships in their schools', async () => {
    const all = await recordRead(sdsCsv, request(V21))
    expect(all.people.map(({ school, person }) => [school, person.sourceId, person.fields])).toEqual([
      [
        's1',
        'u1',
        {
          ...{ firstName: 'Ava', lastName: 'Tindall', username: 'ava@oak.example', email: null, userType: 'Student' },
          ...{ yearGroup: 'KG', birthDate: '2018-02-11', sex: 'female' },
        },
      ],
      [
        's1',
        'u2',
        {
          ...{ firstName: 'Jo', lastName: 'Osei', username: 'jo@oak.example', email: 'jo@oak.example', userType: 'Teacher' },
          ...{ birthDate: null, sex: null },
        },
      ],
    ])
    expect(all.leftOut).toMatchObject([{ school: 's1', code: 'person.other_role', detail: 'other' }])
    expect(all.classes.map(({ school, it }) => [school, it.name, it.kind, it.code])).toEqual([
      ['s1', 'Homeroom 1', 'registration', 'H1'],
      ['s1', 'Robots', 'subject', null],
    ])
    expect(all.enrolments.map(({ school, it }) => [school, it.role])).toEqual([
      ['s1', 'pupil'],
      ['s1', 'teacher'],
    ])
    expect(all.summary).toEqual({
      format: 'sds-v2.1',
      hasUsGrades: true,
      carries: { pupil: WHOLE, staff: WHOLE, class: WHOLE, enrolment: WHOLE },
    })
    expect(all.rows).toEqual({
      ...{ 'orgs.csv': 3, 'users.csv': 3, 'roles.csv': 4, 'classes.csv': 2, 'enrollments.csv': 2 },
      ...{ 'demographics.csv': 1, 'relationships.csv': 1 },
    })
    expect(JSON.stringify(all)).not.toContain('CANARY')
  })

  it('ends a role on its end date, in either form', async () => {
    const roles = 'userSourcedId,orgSourcedId,role,roleEndDate\nu1,s1,student,9/30/2026\nu2,s1,teacher,2027-07-31\n'
    const all = await recordRead(sdsCsv, request({ ...V21, 'roles.csv': roles }))
    expect(all.gone).toEqual([{ school: 's1', kind: 'pupil', sourceId: 'u1', leftOn: '2026-09-30' }])
    expect(all.people.map(({ person }) => person.sourceId)).toEqual(['u2'])
  })

  it.each([
    [['classes.csv'], { class: ABSENT, enrolment: { extent: 'part', why: 'classes.csv is missing' } }],
    [['classes.csv', 'enrollments.csv'], { pupil: WHOLE, class: ABSENT, enrolment: ABSENT }],
    [['orgs.csv'], { pupil: { extent: 'part', why: 'orgs.csv is missing' } }],
  ])('without %s proves less (D24)', async (names, carries) => {
    const texts = Object.fromEntries(Object.entries(V21).filter(([name]) => !names.includes(name)))
    expect((await recordRead(sdsCsv, request(texts))).summary.carries).toMatchObject(carries)
  })
})

describe('School Data Sync v2', () => {
  it('is read from roles in the users file', async () => {
    const texts = {
      'orgs.csv': V21['orgs.csv'],
      'users.csv': 'sourcedId,orgSourcedIds,givenName,familyName,username,password,role,grade\nu1,s1,Ava,Tindall,ava,CANARY,student,3\n',
      'classes.csv': 'sourcedId,orgSourcedId,title\nc1,s1,Maths\n',
      'enrollments.csv': 'classSourcedId,userSourcedId,role\nc1,u1,student\n',
    }
    expect(await sdsCsv.recognises(request(texts))).toBe(true)
    const all = await recordRead(sdsCsv, request(texts))
    expect(all.people).toMatchObject([{ school: 's1', person: { kind: 'pupil', fields: { yearGroup: '3' } } }])
    expect(all.summary).toEqual({
      format: 'sds-v2',
      hasUsGrades: false,
      carries: { pupil: WHOLE, staff: WHOLE, class: WHOLE, enrolment: WHOLE },
    })
    expect(JSON.stringify(all)).not.toContain('CANARY')
  })
})
