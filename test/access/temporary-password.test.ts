import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  beginAuthenticator,
  type Credentials,
  confirmAuthenticator,
  findSession,
  giveTemporaryPassword,
  listTeam,
  signIn,
} from '../../src/access/index.ts'
import { type Member, must, PASSWORD, REFUSED_PASSWORDS, schoolWithTeam, testClock } from '../support/accounts.ts'
import { asAdmin, testDatabase } from '../support/database.ts'

const { database, server } = await testDatabase()
const ids = testClock()
const tools = { database, ids, key: server.key, refusedPasswords: REFUSED_PASSWORDS }
const team = await schoolWithTeam(database, ids)
const OWN = 'three lamps and a heron'
const DAY_MINUTES = 24 * 60
let count = 0
let tom: Member
let email: string

beforeEach(async () => {
  count += 1
  email = `tom${count}@oak.example.test`
  tom = await team.join('deputy', email)
})

async function memberIdOf(address: string): Promise<string> {
  const { members } = await listTeam(database, ids, await team.dana.may('team.read'))
  const grants = await asAdmin(server, (client) =>
    client.query<{ id: string }>(
      'select g.id from muster.role_grant g join muster.account a on a.id = g.account_id where a.email = $1 and g.in_school_id = $2',
      [address, team.schoolId],
    ),
  )
  const id = grants.rows[0]?.id ?? ''
  expect(members.map((it) => it.id)).toContain(id)
  return id
}

const giveTo = async (address: string) =>
  giveTemporaryPassword(database, ids, { scope: await team.dana.may('team.manage'), memberId: await memberIdOf(address) })

async function outcomeOf(given: Omit<Credentials, 'email'>): Promise<string> {
  const answer = await signIn(tools, { email, ...given })
  if (answer.ok) return 'in'
  return 'problem' in answer.failure ? answer.failure.problem.code : answer.failure.code
}

describe('a temporary password', () => {
  it('S-131 takes the place of the password, signs out everywhere, and opens nothing until another is chosen', async () => {
    const { password, expiresAt } = must(await giveTo(email))
    expect(password).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/)
    expect(expiresAt.getTime() - ids.clock().getTime()).toBe(3 * DAY_MINUTES * 60_000)
    expect(await findSession(database, tom.token, ids.clock())).toBeNull()
    expect(await outcomeOf({ password: PASSWORD })).toBe('session.wrong')
    expect(await outcomeOf({ password })).toBe('session.password_change_needed')
    expect(await outcomeOf({ password, newPassword: OWN })).toBe('in')
    expect(await outcomeOf({ password })).toBe('session.wrong')
    expect(await outcomeOf({ password: OWN })).toBe('in')
  })

  it('S-131 is replaced by a password that may be used, and not by itself; asking often locks nobody out', async () => {
    const { password } = must(await giveTo(email))
    for (let time = 0; time < 3; time++) {
      expect(await outcomeOf({ password, newPassword: password })).toBe('account.password_same')
      expect(await outcomeOf({ password, newPassword: 'qwerty123456' })).toBe('account.password_common')
      expect(await outcomeOf({ password, newPassword: 'short' })).toBe('account.password_short')
    }
    expect(await outcomeOf({ password, newPassword: OWN })).toBe('in')
  })

  it('S-131 expires after three days', async () => {
    const { password } = must(await giveTo(email))
    ids.pass(3 * DAY_MINUTES - 1)
    expect(await outcomeOf({ password })).toBe('session.password_change_needed')
    ids.pass(1)
    expect(await outcomeOf({ password, newPassword: OWN })).toBe('session.password_expired')
    expect(await outcomeOf({ password: PASSWORD })).toBe('session.wrong')
    const again = must(await giveTo(email))
    expect(await outcomeOf({ password: again.password, newPassword: OWN })).toBe('in')
  })

  it('is no way past the code that signing in asks for, and uses no code up before the new password is good', async () => {
    const owner = { accountId: tom.accountId, name: 'Tom', email, token: tom.token }
    const { secret } = must(await beginAuthenticator(tools, owner, PASSWORD))
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ids.clock().getTime() })
    must(await confirmAuthenticator(tools, owner, code()))
    ids.pass(1)
    const { password } = must(await giveTo(email))
    expect(await outcomeOf({ password, newPassword: OWN })).toBe('session.code_needed')
    expect(await outcomeOf({ password: OWN })).toBe('session.wrong')
    expect(await outcomeOf({ password, newPassword: 'short', code: code() })).toBe('account.password_short')
    expect(await outcomeOf({ password, newPassword: OWN, code: code() })).toBe('in')
  })

  it('S-132 is not given to oneself, nor to somebody with a role elsewhere, whose password is as it was', async () => {
    expect(await giveTo('dana@oak.example.test')).toMatchObject({ failure: { code: 'team.password_own' } })
    await asAdmin(server, (client) =>
      client.query(
        "insert into muster.role_grant (id, account_id, role, granted_by, granted_at) values (gen_random_uuid(), $1, 'platform_admin', 'test', now())",
        [tom.accountId],
      ),
    )
    expect(await giveTo(email)).toMatchObject({ failure: { code: 'team.member_elsewhere' } })
    expect(await outcomeOf({ password: PASSWORD })).toBe('in')
  })

  it('is noted with the account and in the audit of the school, and kept as a hash only', async () => {
    const { password } = must(await giveTo(email))
    const noted = await asAdmin(server, async (client) => [
      ...(await client.query("select * from muster.account_event where kind = 'temporary_password' and account_id = $1", [tom.accountId]))
        .rows,
      ...(
        await client.query("select * from muster.audit_entry where action = 'team.password_given' and subject = $1", [
          `account:${tom.accountId}`,
        ])
      ).rows,
    ])
    expect(noted).toMatchObject([{ by: `account:${team.dana.accountId}` }, { actor: `account:${team.dana.accountId}` }])
    const accounts = await asAdmin(server, (client) => client.query('select * from muster.account'))
    expect(JSON.stringify([noted, accounts.rows])).not.toContain(password)
  })
})
