import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  acceptInvitation,
  beginAuthenticator,
  confirmAuthenticator,
  invite,
  type Owner,
  readMyAccount,
  removeAuthenticator,
  signIn,
} from '../../src/access/index.ts'
import { must, PASSWORD, REFUSED_PASSWORDS, type SchoolWithTeam, schoolWithTeam, testClock } from '../support/accounts.ts'
import { asAdmin, testDatabase } from '../support/database.ts'

const { database, server } = await testDatabase()
const ids = testClock()
const tools = { database, ids, key: server.key, refusedPasswords: REFUSED_PASSWORDS }
const DANA = 'dana@oak.example.test'
let team: SchoolWithTeam
let dana: Owner

beforeAll(async () => {
  team = await schoolWithTeam(database, ids)
  dana = ownerOf(team.dana, DANA)
})

function ownerOf(member: { readonly accountId: string; readonly token: string }, email: string): Owner {
  return { accountId: member.accountId, name: 'Somebody', email, token: member.token }
}

/** An app on a phone: it knows the secret that was typed into it, and its own clock. */
function appWith(secret: string, secondsOff = 0) {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return () => totp.generate({ timestamp: ids.clock().getTime() + secondsOff * 1000 })
}

async function setUpFor(owner: Owner) {
  const { secret } = must(await beginAuthenticator(tools, owner, PASSWORD))
  const code = appWith(secret)
  const { recoveryCodes } = must(await confirmAuthenticator(tools, owner, code()))
  ids.pass(1)
  return { secret, code, recoveryCodes }
}

async function outcomeOf(code?: string, email = DANA, password = PASSWORD): Promise<string> {
  const answer = await signIn(tools, { email, password, code })
  if (answer.ok) return 'in'
  return 'problem' in answer.failure ? answer.failure.problem.code : answer.failure.code
}

const kinds = async (owner: Owner) => (await readMyAccount(tools, owner)).events.map((it) => it.kind)

describe('setting up an authenticator', () => {
  it('asks for the password, and counts for nothing until a code of it was typed', async () => {
    expect(await beginAuthenticator(tools, dana, 'wrong wrong wrong')).toMatchObject({
      failure: { problem: { code: 'account.password_wrong' } },
    })
    const { secret, address } = must(await beginAuthenticator(tools, dana, PASSWORD))
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(address).toContain(`secret=${secret}`)
    expect(await outcomeOf()).toBe('in')
    const refused = await confirmAuthenticator(tools, dana, '000000')
    expect(refused).toMatchObject({ failure: { problem: { code: 'account.code_wrong' }, fields: [{ field: 'code' }] } })
    expect(await outcomeOf()).toBe('in')
    expect((await readMyAccount(tools, dana)).authenticator).toBeNull()
  })

  it('shows ten recovery codes once; neither they nor the secret are kept as they are', async () => {
    const { secret, recoveryCodes } = await setUpFor(dana)
    expect(new Set(recoveryCodes).size).toBe(10)
    for (const it of recoveryCodes) expect(it).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    const kept = await asAdmin(server, async (client) => [
      ...(await client.query("select encode(secret, 'base64') as it, encode(secret, 'hex') as that from muster.authenticator")).rows,
      ...(await client.query("select encode(hash, 'escape') as it from muster.recovery_code")).rows,
    ])
    const text = JSON.stringify(kept)
    const bytes = Buffer.from(Secret.fromBase32(secret).buffer)
    for (const it of [...recoveryCodes, bytes.toString('base64').slice(0, 20), bytes.toString('hex')]) expect(text).not.toContain(it)
    expect((await readMyAccount(tools, dana)).authenticator).toMatchObject({ recoveryCodes: 10 })
    expect(await beginAuthenticator(tools, dana, PASSWORD)).toMatchObject({ failure: { code: 'account.authenticator_on' } })
    must(await removeAuthenticator(tools, dana, PASSWORD))
  })
})

describe('signing in with a code', () => {
  it('asks for it after the right password only, and takes it once', async () => {
    const { code } = await setUpFor(dana)
    expect(await outcomeOf(undefined, DANA, 'wrong wrong wrong')).toBe('session.wrong')
    expect(await outcomeOf(code(), DANA, 'wrong wrong wrong')).toBe('session.wrong')
    expect(await outcomeOf()).toBe('session.code_needed')
    const used = code()
    expect(await outcomeOf(`${used.slice(0, 3)} ${used.slice(3)}`)).toBe('in')
    expect(await outcomeOf(used)).toBe('session.code_wrong')
    ids.pass(0.5)
    expect(await outcomeOf(used)).toBe('session.code_wrong')
    expect(await outcomeOf(code())).toBe('in')
    must(await removeAuthenticator(tools, dana, PASSWORD))
  })

  it('lets one of many in that come with the same code at the same moment', async () => {
    const { code } = await setUpFor(dana)
    const answers = await Promise.all(Array.from({ length: 4 }, () => outcomeOf(code())))
    expect(answers.filter((it) => it === 'in')).toHaveLength(1)
    ids.pass(15)
    must(await removeAuthenticator(tools, dana, PASSWORD))
  })

  it('takes a code of a clock that is 30 seconds off, and none that is older', async () => {
    const { secret } = await setUpFor(dana)
    ids.pass(5)
    expect(await outcomeOf(appWith(secret, -90)())).toBe('session.code_wrong')
    expect(await outcomeOf(appWith(secret, -30)())).toBe('in')
    must(await removeAuthenticator(tools, dana, PASSWORD))
  })

  it('takes a recovery code once, however it is written, and notes it', async () => {
    const { recoveryCodes } = await setUpFor(dana)
    const [one = ''] = recoveryCodes
    expect(await outcomeOf(one.toLowerCase().replaceAll('-', ' '))).toBe('in')
    expect((await kinds(dana)).slice(0, 2)).toContain('recovery_code_used')
    expect(await outcomeOf(one)).toBe('session.code_wrong')
    expect((await readMyAccount(tools, dana)).authenticator).toMatchObject({ recoveryCodes: 9 })
    must(await removeAuthenticator(tools, dana, PASSWORD))
  })

  it('locks the account after five wrong codes, the right one too; asking for a code does not count', async () => {
    const { code } = await setUpFor(dana)
    for (let time = 0; time < 8; time++) expect(await outcomeOf()).toBe('session.code_needed')
    for (let tries = 1; tries < 5; tries++) expect(await outcomeOf('000000')).toBe('session.code_wrong')
    expect(await outcomeOf('000000')).toBe('session.locked')
    ids.pass(14)
    expect(await outcomeOf(code())).toBe('session.locked')
    expect(await outcomeOf()).toBe('session.locked')
    expect(await kinds(dana)).toContain('locked')
    ids.pass(1)
    expect(await outcomeOf(code())).toBe('in')
    must(await removeAuthenticator(tools, dana, PASSWORD))
  })

  it('is turned off by who knows the password, and no recovery code is left', async () => {
    const { recoveryCodes } = await setUpFor(dana)
    expect(await removeAuthenticator(tools, dana, 'wrong wrong wrong')).toMatchObject({
      failure: { problem: { code: 'account.password_wrong' } },
    })
    expect(await outcomeOf()).toBe('session.code_needed')
    expect(must(await removeAuthenticator(tools, dana, PASSWORD)).authenticator).toBeNull()
    expect(await outcomeOf()).toBe('in')
    const left = await asAdmin(server, (client) => client.query('select * from muster.recovery_code'))
    expect([recoveryCodes.length, left.rows.length]).toEqual([10, 0])
  })
})

describe('an invitation to somebody with an authenticator', () => {
  it('asks for a code like signing in does', async () => {
    const tom = ownerOf(await team.join('viewer', 'tom@oak.example.test'), 'tom@oak.example.test')
    const { code } = await setUpFor(tom)
    const scope = await team.dana.may('team.manage')
    await asAdmin(server, (client) => client.query('delete from muster.role_grant where account_id = $1', [tom.accountId]))
    const { token } = must(await invite(database, ids, { scope, email: tom.email, role: 'viewer', sendsMail: false }))
    const accept = (more: object) => acceptInvitation(tools, { token, password: PASSWORD, ...more })
    expect(await accept({})).toMatchObject({ failure: { code: 'session.code_needed' } })
    expect(await accept({ code: '000000' })).toMatchObject({ failure: { code: 'session.code_wrong' } })
    expect((await accept({ code: code() })).ok).toBe(true)
  })
})
