import { describe, expect, it } from 'vitest'
import { openTable } from '../../tables/index.ts'
import { filesOf, type Recorded, recordRead } from '../support/recording.ts'
import { oneRosterCsv } from './connector.ts'

const ORGS = 'sourcedId,name,type\ns1,Oak Primary,school\n'

function read(texts: Readonly<Record<string, string>>): Promise<Recorded> {
  return recordRead(oneRosterCsv, {
    files: filesOf({ 'orgs.csv': ORGS, ...texts }),
    openTable,
    map: null,
    now: new Date('2026-10-01T08:00:00Z'),
  })
}

/** The fields of one person with these cells beside the usual ones. */
async function fieldsWith(cells: Readonly<Record<string, string>>, role = 'student', more: Readonly<Record<string, string>> = {}) {
  const header = ['sourcedId', 'orgSourcedIds', 'role', 'status', ...Object.keys(cells)].join(',')
  const row = ['u1', 's1', role, '', ...Object.values(cells).map((cell) => `"${cell}"`)].join(',')
  const { people, warnings } = await read({ 'users.csv': `${header}\n${row}\n`, ...more })
  return { fields: people[0]?.person.fields, warnings: warnings.filter(({ problem }) => problem.code.startsWith('person.')) }
}

describe('the fields of a person', () => {
  it('are those that have a column, a blank cell being nothing', async () => {
    const { fields } = await fieldsWith({ givenName: 'Ava', familyName: 'Tindall', middleName: '', email: ' ava@oak.example ' })
    expect(fields).toEqual({ userType: 'Student', firstName: 'Ava', lastName: 'Tindall', middleName: null, email: 'ava@oak.example' })
  })

  it('take preferred names as known-as names', async () => {
    const { fields } = await fieldsWith({ givenName: 'Ava', familyName: 'Null', preferredGivenName: 'Avie', preferredFamilyName: 'Rose' })
    expect(fields).toMatchObject({ firstName: 'Ava', lastName: 'Null', knownAsFirstName: 'Avie', knownAsLastName: 'Rose' })
  })

  it.each([
    ['true', 'active'],
    ['TRUE', 'active'],
    ['1', 'active'],
    ['', 'active'],
    ['False', 'disabled'],
    ['0', 'disabled'],
  ] as const)('read enabledUser "%s" as %s (S-160)', async (enabledUser, status) => {
    expect((await fieldsWith({ enabledUser })).fields?.status).toBe(status)
  })

  it('keep somebody active and warn when enabledUser says neither', async () => {
    const { fields, warnings } = await fieldsWith({ enabledUser: 'perhaps' })
    expect(fields?.status).toBe('active')
    expect(warnings).toMatchObject([{ school: 's1', problem: { code: 'person.unknown_value', column: 'enabledUser', value: 'perhaps' } }])
  })

  it.each([
    ['identifier', { identifier: 'Z873200011001' }, { customId: 'Z873200011001', upn: 'Z873200011001' }],
    ['an identifier that is none', { identifier: '004417' }, { customId: '004417', upn: null }],
    ['userIds', { userIds: '{MIS:4417},{UPN:v87320002100a}' }, { upn: 'V87320002100A', formerUpn: null }],
    [
      'userIds, with a former one',
      { userIds: '{FormerUPN:V87320002100A},{UPN:Z873200011001}' },
      { upn: 'Z873200011001', formerUpn: 'V87320002100A' },
    ],
    ['blank userIds, which say there is none', { userIds: '' }, { upn: null, formerUpn: null }],
    ['a sign-in name called UPN', { userIds: '{UPN:ava@oak.example}' }, { upn: null, formerUpn: null }],
    ['its own column', { 'metadata.upn': 'Z873200011001' }, { upn: 'Z873200011001' }],
    ['its own blank column', { 'metadata.upn': '' }, { upn: null }],
  ])('find a UPN in %s', async (_where, cells, expected) => {
    expect((await fieldsWith(cells)).fields).toEqual({ userType: 'Student', ...expected })
  })

  it('take the first of several year groups, as spelt, and none for staff (S-158)', async () => {
    expect((await fieldsWith({ grades: '05,06' })).fields?.yearGroup).toBe('05')
    expect((await fieldsWith({ grade: 'Year 5/6' })).fields?.yearGroup).toBe('Year 5/6')
    expect((await fieldsWith({ grades: '05' }, 'teacher')).fields).toEqual({ userType: 'Teacher' })
  })

  it('do not take extra columns for the defined ones', async () => {
    expect((await fieldsWith({ ext_email: 'a@b.example', 'metadata.email': 'c@d.example' })).fields).toEqual({ userType: 'Student' })
  })
})

describe('demographics', () => {
  const details = (row: string, header = 'sourcedId,birthDate,sex') =>
    fieldsWith({}, 'student', { 'demographics.csv': `${header}\n${row}\n` })

  it.each([
    ['u1,2016-02-29,female', { birthDate: '2016-02-29', sex: 'female' }],
    ['u1,2016-02-29T00:00:00.000Z,Female', { birthDate: '2016-02-29', sex: 'female' }],
    ['u1,,', { birthDate: null, sex: null }],
  ])('are read from %s', async (row, expected) => {
    const { fields, warnings } = await details(row)
    expect(fields).toEqual({ userType: 'Student', ...expected })
    expect(warnings).toEqual([])
  })

  it('are found by older headers', async () => {
    expect((await details('u1,2016-02-03', 'userSourcedId,birthdate')).fields).toEqual({ userType: 'Student', birthDate: '2016-02-03' })
  })

  it.each(['2015-02-29', '3/4/2016', '2031-01-01', '1066-10-14', 'soon'])(
    'leave out the impossible birth date %s with a warning (D21)',
    async (date) => {
      const { fields, warnings } = await details(`u1,${date},`)
      expect(fields?.birthDate).toBeNull()
      expect(warnings).toMatchObject([
        { school: 's1', problem: { code: 'person.unreadable_birth_date', file: 'demographics.csv', line: 2, value: date } },
      ])
    },
  )

  it.each([
    ['day first', '25/12/2014', '4/2/2014', '2014-02-04'],
    ['month first', '12/25/2014', '4/2/2014', '2014-04-02'],
  ])('are read %s where the column shows it, though OneRoster asks for YYYY-MM-DD', async (_name, first, second, expected) => {
    const all = await read({
      'users.csv': 'sourcedId,status,orgSourcedIds,role\nu1,,s1,student\nu2,,s1,student\n',
      'demographics.csv': `sourcedId,birthDate\nu1,${first}\nu2,${second}\n`,
    })
    expect(all.people.map(({ person }) => person.fields.birthDate)).toEqual(['2014-12-25', expected])
  })

  it('warn of a sex that is in no list', async () => {
    expect((await details('u1,,purple')).warnings).toMatchObject([{ problem: { code: 'person.unknown_value', column: 'sex' } }])
  })

  it('reject details of nobody, and take a person without a row to have none', async () => {
    const all = await read({
      'users.csv': 'sourcedId,status,orgSourcedIds,role\nu1,,s1,student\n',
      'demographics.csv': 'sourcedId,birthDate\nu9,2016-02-03\n',
    })
    expect(all.people[0]?.person.fields).toEqual({ userType: 'Student', birthDate: null })
    expect(all.otherRejected).toMatchObject([{ problem: { code: 'person.details_without_person', value: 'u9' }, makesUnproven: null }])
  })
})

describe('passwords (D9)', () => {
  it('reach neither sink nor problems, not even from a broken row', async () => {
    const all = await read({
      'users.csv':
        'sourcedId,status,orgSourcedIds,role,password\nu1,,s1,student,CANARY1\nu2,,s1,student,x,CANARY2\n"u3,,s1,student,CANARY3\nu4,,s1,student,ok\n',
      'userProfiles.csv': 'sourcedId,userSourcedId,credentialType,username,password\np1,u1,login,ava,CANARY4\np2,u1,login,ava,"CANARY5\n',
    })
    expect(JSON.stringify(all)).not.toContain('CANARY')
    expect(all.rows['userProfiles.csv']).toBe(2)
  })
})
