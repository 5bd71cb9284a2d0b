import { beforeAll, describe, expect, it } from 'vitest'
import { actorIn, coordinatorsOf, findSession, namesOfActors, sessionDetails } from '../../src/access/index.ts'
import { inInstallation, inSchool } from '../../src/db/index.ts'
import { insertSchool, newId, writeSetting } from '../../src/schools/index.ts'
import { type SchoolWithTeam, schoolWithTeam, testClock } from '../support/accounts.ts'
import { asAdmin, testDatabase } from '../support/database.ts'

const { database, server } = await testDatabase()
const ids = testClock()
const elm = { id: newId(ids), externalId: 'elm', name: 'Elm School', vocabulary: 'en-US' as const, isMadeUp: false }
let oak: SchoolWithTeam

beforeAll(async () => {
  oak = await schoolWithTeam(database, ids)
  await inInstallation(database, (tx) => insertSchool(tx, ids, elm))
})

const run = (statement: string, values: readonly unknown[]) => asAdmin(server, (client) => client.query(statement, [...values]))

async function elmCode(): Promise<string> {
  const { rows } = await run('select code from muster.school where id = $1', [elm.id])
  return rows[0].code
}

describe('the actor of an account', () => {
  it('D17 has the role of the account in that school, and none in another', async () => {
    const viewer = await oak.join('viewer', 'fay@oak.example.test')
    const found = await actorIn(database, { accountId: viewer.accountId, schoolCode: oak.school })
    expect(found).toMatchObject({
      actor: { id: `account:${viewer.accountId}`, role: 'viewer', schoolId: oak.schoolId },
      school: { id: oak.schoolId, name: 'School oak' },
    })
    for (const schoolCode of [await elmCode(), 'no-such-school', '', '\u0000', "' or true --", oak.schoolId, 'oak'])
      expect(await actorIn(database, { accountId: viewer.accountId, schoolCode })).toBeNull()
  })

  it('D17 looks after the installation and sees no school by that', async () => {
    expect(await actorIn(database, { accountId: oak.dana.accountId, schoolCode: await elmCode() })).toBeNull()
    const details = await sessionDetails(database, await findSession(database, oak.dana.token, ids.clock()))
    expect(details).toMatchObject({ isPlatformAdmin: true, schools: [{ code: oak.school }] })
  })

  it('D17 has the role of the group in its schools, unless the school gave another', async () => {
    const grace = await oak.join('viewer', 'grace@oak.example.test')
    const groupId = newId(ids)
    await run("insert into muster.school_group (id, name) values ($1, 'River Trust')", [groupId])
    await run('update muster.school set school_group_id = $1', [groupId])
    await run(
      "insert into muster.role_grant (id, account_id, role, in_group_id, granted_by, granted_at) values ($1, $2, 'group_admin', $3, 'test', now())",
      [newId(ids), grace.accountId, groupId],
    )
    const details = await sessionDetails(database, await findSession(database, grace.token, ids.clock()))
    expect(details.schools.map((it) => [it.name, it.role])).toEqual([
      ['Elm School', 'group_admin'],
      ['School oak', 'viewer'],
    ])
    expect(await actorIn(database, { accountId: grace.accountId, schoolCode: await elmCode() })).toMatchObject({
      actor: { role: 'group_admin', schoolId: elm.id },
    })
  })

  it('D17, S-21 is a viewer where the school has taken syncs from its deputies', async () => {
    const tom = await oak.join('deputy', 'tom@oak.example.test')
    const seen = async () => ({
      actor: (await actorIn(database, { accountId: tom.accountId, schoolCode: oak.school }))?.actor.role,
      details: (await sessionDetails(database, await findSession(database, tom.token, ids.clock()))).schools[0],
    })
    const before = await seen()
    expect(before.actor).toBe('deputy')
    expect(before.details?.actions).toContain('run.apply')
    await inSchool(database, await oak.dana.may('school.configure'), (tx) => writeSetting(tx, 'deputyMaySync', false))
    const after = await seen()
    expect(after.actor).toBe('viewer')
    expect(after.details).toMatchObject({ role: 'deputy' })
    expect(after.details?.actions).toContain('history.read')
    expect(after.details?.actions).not.toContain('run.read')
    await inSchool(database, await oak.dana.may('school.configure'), (tx) => writeSetting(tx, 'deputyMaySync', true))
  })
})

describe('names', () => {
  it('D18 of coordinators are those of this school', async () => {
    await oak.join('access_coordinator', 'ada@oak.example.test', 'Ada Quill')
    expect(await coordinatorsOf(database, oak.schoolId)).toEqual(['Ada Quill', 'Dana Price'])
    expect(await coordinatorsOf(database, elm.id)).toEqual([])
  })

  it('of actors are those of accounts, of operators and of the schedule', async () => {
    const actors = [`account:${oak.dana.accountId}`, 'operator:alex', `account:${newId(ids)}`, 'account:nobody', 'worker', 'schedule']
    const names = await inInstallation(database, (tx) => namesOfActors(tx, actors))
    expect([...names]).toEqual([
      ['schedule', 'Schedule'],
      ['operator:alex', 'alex'],
      [`account:${oak.dana.accountId}`, 'Dana Price'],
    ])
  })
})
