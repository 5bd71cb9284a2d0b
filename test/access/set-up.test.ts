import { describe, expect, it } from 'vitest'
import { actorIn, checkSetUpCode, findSession, type SetUpTools, sessionDetails, setUp } from '../../src/access/index.ts'
import { type Database, inInstallation, inSchool } from '../../src/db/index.ts'
import { allow } from '../../src/permission/index.ts'
import { insertSchool, newId, readSettings } from '../../src/schools/index.ts'
import { must, PASSWORD, SET_UP_CODE, schoolSetUp, setUpTools, testClock } from '../support/accounts.ts'
import { asAdmin, testDatabase } from '../support/database.ts'

const ids = testClock()
const account = { name: 'Dana Price', email: 'dana@oak.example.test', password: PASSWORD }
const school = (externalId: string) => ({ name: `School ${externalId}`, externalId, vocabulary: 'en-GB' as const })
const count = (rows: string) => `select count(*)::int as n from muster.${rows}`

async function numbers(database: Database, ...tables: readonly string[]): Promise<readonly number[]> {
  return asAdmin(database.server, async (client) => {
    const found: number[] = []
    for (const it of tables) found.push((await client.query<{ n: number }>(count(it))).rows[0]?.n ?? -1)
    return found
  })
}

/** Makes a school as E's scenarios would, and says how often it was asked to. */
function madeUpMaker(database: Database): { made: number; makeMadeUpSchool: SetUpTools['makeMadeUpSchool'] } {
  const maker = {
    made: 0,
    makeMadeUpSchool: async () => {
      maker.made++
      const it = {
        id: newId(ids),
        externalId: `made-up-${maker.made}`,
        name: 'Hillview Primary',
        vocabulary: 'en-GB' as const,
        isMadeUp: true,
      }
      return inInstallation(database, async (tx) => ({
        id: it.id,
        code: await insertSchool(tx, ids, it).then(() => codeOf(database, it.id)),
      }))
    },
  }
  return maker
}

async function codeOf(database: Database, id: string): Promise<string> {
  const { rows } = await asAdmin(database.server, (client) =>
    client.query<{ code: string }>('select code from muster.school where id = $1', [id]),
  )
  return rows[0]?.code ?? 'hillview-0001'
}

describe('set-up', () => {
  it('D17 makes the first account, platform admin and Access Coordinator of its school, and signs it in', async () => {
    const { database } = await testDatabase()
    expect(await sessionDetails(database, null)).toEqual({
      account: null,
      csrfToken: null,
      schools: [],
      isPlatformAdmin: false,
      setUp: 'needed',
    })
    const { session, school: code } = must(await setUp(setUpTools(database, ids), schoolSetUp('oak', 'Oak School')))
    const details = await sessionDetails(database, await findSession(database, session.token, ids.clock()))
    expect(details).toMatchObject({
      account: { name: 'Dana Price', email: 'dana@oak.example.test' },
      isPlatformAdmin: true,
      setUp: 'done',
      schools: [{ code, name: 'Oak School', role: 'access_coordinator', vocabulary: 'en-GB', timeZone: 'Europe/London', isMadeUp: false }],
    })
    expect(details.schools[0]?.actions).toEqual(expect.arrayContaining(['run.apply', 'run.undo', 'team.manage', 'school.configure']))
  })

  it('S-108 uses no e-mail address of a pupil until a person has chosen', async () => {
    const { database } = await testDatabase()
    const { session, school: schoolCode } = must(await setUp(setUpTools(database, ids), schoolSetUp('oak')))
    const found = await actorIn(database, { accountId: session.account.id, schoolCode })
    if (found === null) throw new Error('no school')
    const scope = must(allow(found.actor, 'school.read', found.school.id))
    expect(await inSchool(database, scope, readSettings)).toMatchObject({ pupilEmails: 'none' })
  })

  it('makes a group of schools, in each of which the account is Access Coordinator', async () => {
    const { database } = await testDatabase()
    const start = { kind: 'group' as const, name: 'River Trust', schools: [school('oak'), school('elm'), school('ash')] }
    const { session } = must(await setUp(setUpTools(database, ids), { code: SET_UP_CODE, account, start }))
    const { schools } = await sessionDetails(database, await findSession(database, session.token, ids.clock()))
    expect(schools.map((it) => [it.name, it.role])).toEqual(['ash', 'elm', 'oak'].map((it) => [`School ${it}`, 'access_coordinator']))
    expect(await numbers(database, 'school_group', "role_grant where role = 'group_admin'", 'audit_entry')).toEqual([1, 1, 3])
  })

  it('makes a made-up school and a role in it', async () => {
    const { database } = await testDatabase()
    const maker = madeUpMaker(database)
    const start = { kind: 'made_up' as const, scenario: 'first-sync' as const, vocabulary: 'en-GB' as const }
    const { session } = must(await setUp(setUpTools(database, ids, maker), { code: SET_UP_CODE, account, start }))
    const { schools } = await sessionDetails(database, await findSession(database, session.token, ids.clock()))
    expect(schools).toMatchObject([{ name: 'Hillview Primary', isMadeUp: true, role: 'access_coordinator' }])
  })

  it('opens to the right code only, and to none once it is done', async () => {
    const { database } = await testDatabase()
    const tools = setUpTools(database, ids)
    expect(await checkSetUpCode(tools, SET_UP_CODE)).toEqual({ ok: true, value: undefined })
    for (const code of ['', 'wrong', `${SET_UP_CODE} `]) {
      expect(await checkSetUpCode(tools, code)).toMatchObject({ failure: { code: 'set_up.code_wrong' } })
      expect(await setUp(tools, { ...schoolSetUp('oak'), code })).toMatchObject({ failure: { code: 'set_up.code_wrong' } })
    }
    expect(await numbers(database, 'account', 'school')).toEqual([0, 0])
    must(await setUp(tools, schoolSetUp('oak')))
    const [right, wrong] = [await checkSetUpCode(tools, SET_UP_CODE), await checkSetUpCode(tools, 'wrong')]
    expect(right).toEqual(wrong)
    expect(right).toMatchObject({ failure: { code: 'set_up.done' } })
    expect(await setUp(tools, schoolSetUp('elm'))).toMatchObject({ failure: { code: 'set_up.done' } })
    expect(await numbers(database, 'account', 'school')).toEqual([1, 1])
  })

  it('of two at once one wins, and the other leaves nothing behind', async () => {
    const { database } = await testDatabase()
    const maker = madeUpMaker(database)
    const tools = setUpTools(database, ids, maker)
    const start = { kind: 'made_up' as const, scenario: 'september' as const, vocabulary: 'en-GB' as const }
    const others = Array.from({ length: 3 }, (_, at) => ({ ...account, email: `other${at}@oak.example.test` }))
    const all = await Promise.all([account, ...others].map((it) => setUp(tools, { code: SET_UP_CODE, account: it, start })))
    expect(all.filter((it) => it.ok)).toHaveLength(1)
    for (const it of all) if (!it.ok) expect(JSON.stringify(it.failure)).toMatch(/set_up\.(running|done)/)
    expect(maker.made).toBe(1)
    expect(await numbers(database, 'account', 'school', 'session')).toEqual([1, 1, 1])
  })

  it('leaves the way open where it breaks off', async () => {
    const { database } = await testDatabase()
    const start = { kind: 'made_up' as const, scenario: 'september' as const, vocabulary: 'en-GB' as const }
    await expect(setUp(setUpTools(database, ids), { code: SET_UP_CODE, account, start })).rejects.toThrow('no made-up school')
    expect(await numbers(database, 'account')).toEqual([0])
    expect((await setUp(setUpTools(database, ids), schoolSetUp('oak'))).ok).toBe(true)
  })

  it('S-154 refuses an external ID that is taken or stands twice, names the fields, and makes nothing', async () => {
    const { database } = await testDatabase()
    const taken = { id: newId(ids), externalId: 'elm', name: 'Elm', vocabulary: 'en-GB' as const, isMadeUp: false }
    await inInstallation(database, (tx) => insertSchool(tx, ids, taken))
    const tools = setUpTools(database, ids)
    const start = { kind: 'group' as const, name: 'River Trust', schools: [school('oak'), school('elm'), school('ash'), school('oak')] }
    const code = 'school.external_id_taken'
    expect(await setUp(tools, { code: SET_UP_CODE, account, start })).toMatchObject({
      failure: {
        problem: { code },
        fields: [
          { field: 'start.schools.1.externalId', code },
          { field: 'start.schools.3.externalId', code },
        ],
      },
    })
    expect(await setUp(tools, schoolSetUp('elm'))).toMatchObject({ failure: { fields: [{ field: 'start.school.externalId', code }] } })
    expect(await numbers(database, 'account', 'school', 'school_group')).toEqual([0, 1, 0])
  })
})
