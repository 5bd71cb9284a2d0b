import { describe, expect, it } from 'vitest'
import { openTable } from '../../tables/index.ts'
import { filesOf, type Recorded, recordRead } from '../support/recording.ts'
import { oneRosterCsv } from './connector.ts'

const MANIFEST = 'propertyName,value\noneroster.version,1.2\nfile.orgs,bulk\nfile.users,bulk\nfile.roles,bulk\n'
const ORGS = 'sourcedId,name,type\ns1,Oak Primary,school\ns2,Elm Primary,school\n'
const ROLES = 'sourcedId,status,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId'
const USERS = 'sourcedId,enabledUser,givenName,familyName\nu1,true,Ava,Tindall\n'

function read(roles: readonly string[], users = USERS, manifest = MANIFEST): Promise<Recorded> {
  const texts = { 'manifest.csv': manifest, 'orgs.csv': ORGS, 'users.csv': users, 'roles.csv': [ROLES, ...roles].join('\n') }
  return recordRead(oneRosterCsv, { files: filesOf(texts), openTable, map: null, now: new Date('2026-10-01T08:00:00Z') })
}

const placed = ({ people }: Recorded) => people.map(({ school, person }) => `${school}:${person.fields.userType}:${person.sourceId}`)

describe('roles.csv of OneRoster 1.2', () => {
  it('decides who is what where', async () => {
    const all = await read(['r1,,u1,primary,teacher,,,s1', 'r2,,u1,secondary,aide,,,s2'])
    expect(placed(all)).toEqual(['s1:Teacher:u1', 's2:Staff:u1'])
    expect(all.otherRows).toMatchObject({ 'roles.csv used': 2 })
    expect(all.summary).toMatchObject({ format: 'oneroster-1.2', carries: { pupil: { extent: 'whole' }, staff: { extent: 'whole' } } })
  })

  it('lets the primary role count within one school, and says when somebody is pupil and staff', async () => {
    const all = await read(['r1,,u1,secondary,student,,,s1', 'r2,,u1,primary,teacher,,,s1'])
    expect(placed(all)).toEqual(['s1:Teacher:u1'])
    expect(all.warnings).toMatchObject([{ school: 's1', problem: { code: 'person.pupil_and_staff', file: 'users.csv', line: 2 } }])
  })

  it('keeps a parent who works at the school as staff', async () => {
    expect(placed(await read(['r1,,u1,primary,parent,,,s1', 'r2,,u1,secondary,aide,,,s1']))).toEqual(['s1:Staff:u1'])
  })

  it('rejects a user without any role, and a role without its user; then people are not proven absent', async () => {
    const all = await read(['r1,,u9,primary,student,,,s1'])
    expect(all.rejected).toMatchObject([{ school: null, problem: { code: 'person.without_role', file: 'users.csv', line: 2 } }])
    expect(all.otherRejected).toMatchObject([{ problem: { code: 'person.role_without_person', file: 'roles.csv', line: 2, value: 'u9' } }])
    expect(all.summary.carries.pupil).toEqual({ extent: 'part', why: 'roles.csv names people who are not in users.csv (1 rows)' })
  })

  it('rejects an unknown role at its own row and the user with it', async () => {
    const all = await read(['r1,,u1,primary,wizard,,,s1'])
    expect(all.otherRejected).toMatchObject([{ problem: { code: 'person.value_not_listed', file: 'roles.csv', value: 'wizard' } }])
    expect(all.rejected).toMatchObject([{ school: 's1', problem: { code: 'person.value_not_listed', file: 'users.csv', value: 'wizard' } }])
    expect(all.rows).toMatchObject({ 'roles.csv': 1, 'users.csv': 1 })
  })

  it.each([
    ['ended yesterday', '2026-09-30', 0, 1],
    ['ends today, which is no longer in it', '2026-10-01', 0, 1],
    ['ends tomorrow', '2026-10-02', 1, 0],
    ['has an end nobody can read', 'soon', 1, 0],
  ])('takes a role that %s at its word', async (_name, endDate, used, gone) => {
    const all = await read([`r1,,u1,primary,student,,${endDate},s1`])
    expect([all.people.length, all.gone.length]).toEqual([used, gone])
    expect(all.rows['roles.csv']).toBe(1)
  })

  it('uses a role that begins later', async () => {
    expect(placed(await read(['r1,,u1,primary,student,2027-01-01,,s1']))).toEqual(['s1:Student:u1'])
  })

  it('falls back to the role in users.csv where that still has one', async () => {
    const users = 'sourcedId,enabledUser,orgSourcedIds,role\nu1,true,s2,student\n'
    expect(placed(await read(['r1,,u1,primary,teacher,,,s1'], users))).toEqual(['s1:Teacher:u1'])
    expect(placed(await read(['r1,,u8,primary,teacher,,,s1'], users))).toEqual(['s2:Student:u1'])
  })

  it('takes the primary organisation of the user for a role that names none', async () => {
    const users = 'sourcedId,enabledUser,primaryOrgSourcedId\nu1,true,s2\n'
    expect(placed(await read(['r1,,u1,primary,student,,,'], users))).toEqual(['s2:Student:u1'])
  })

  it('lets changes name people sent earlier', async () => {
    const all = await read(['r1,active,u9,primary,student,,,s1'], USERS, MANIFEST.replace('roles,bulk', 'roles,delta'))
    expect(all.otherRejected).toEqual([])
    expect(all.otherRows).toMatchObject({ 'roles.csv leftOut': 1 })
  })
})
