import { beforeAll, describe, expect, it } from 'vitest'
import { findSession, isFromSession, peekSession, signIn, signOut } from '../../src/access/index.ts'
import { must, PASSWORD, REFUSED_PASSWORDS, schoolWithTeam, testClock } from '../support/accounts.ts'
import { asAdmin, testDatabase } from '../support/database.ts'

const { database, server } = await testDatabase()
const ids = testClock()
const DANA = 'dana@oak.example.test'

beforeAll(async () => {
  await schoolWithTeam(database, ids)
})

const signInAs = (email: string, password: string) =>
  signIn({ database, ids, key: server.key, refusedPasswords: REFUSED_PASSWORDS }, { email, password })
const begun = async () => must(await signInAs(DANA, PASSWORD))

/** As an answer carries it. */
async function answersTo(email: string, password: string, tries: number): Promise<string> {
  const answers: unknown[] = []
  for (let at = 0; at < tries; at++) answers.push(await signInAs(email, password))
  return JSON.stringify(answers)
}

async function rows(table: string): Promise<number> {
  const found = await asAdmin(server, (client) => client.query<{ rows: number }>(`select count(*)::int as rows from muster.${table}`))
  return found.rows[0]?.rows ?? -1
}

describe('signing in', () => {
  it('takes the address however it is written, and says who it is', async () => {
    const { account } = must(await signInAs('  Dana@OAK.example.test', PASSWORD))
    expect(account).toMatchObject({ name: 'Dana Price', email: DANA })
  })

  it('says the same of a wrong password and of an address that nobody has, try by try, locked or not', async () => {
    const [known, unknown] = [
      await answersTo(DANA, 'wrong wrong wrong', 7),
      await answersTo('nobody@oak.example.test', 'wrong wrong wrong', 7),
    ]
    expect(known).toBe(unknown)
    expect(known.match(/session\.(wrong|locked)/g)).toEqual([...Array(4).fill('session.wrong'), ...Array(3).fill('session.locked')])
    ids.pass(15)
  })

  it('locks an address after five wrong tries in a row for 15 minutes, the right password too', async () => {
    await answersTo(DANA, 'wrong wrong wrong', 5)
    ids.pass(14)
    expect(await signInAs(DANA, PASSWORD)).toMatchObject({ failure: { code: 'session.locked', params: { minutes: 15 } } })
    ids.pass(1)
    expect((await signInAs(DANA, PASSWORD)).ok).toBe(true)
  })

  it('counts from the beginning after a right password', async () => {
    for (let time = 0; time < 3; time++) {
      await answersTo(DANA, 'wrong wrong wrong', 4)
      expect((await signInAs(DANA, PASSWORD)).ok).toBe(true)
    }
  })

  it('lets no more than five tries through that come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signInAs('zoe@oak.example.test', 'wrong wrong wrong')))
    const codes = answers.map((it) => (it.ok || 'problem' in it.failure ? 'in' : it.failure.code))
    expect(codes.filter((it) => it === 'session.wrong')).toHaveLength(4)
    expect(codes.filter((it) => it === 'session.locked')).toHaveLength(8)
    ids.pass(15)
  })

  it('keeps no address of who failed, and nothing at all after 15 minutes', async () => {
    await answersTo('yusuf@oak.example.test', 'wrong wrong wrong', 1)
    const kept = await asAdmin(server, (client) => client.query('select * from muster.sign_in_failure'))
    expect(JSON.stringify(kept.rows)).not.toContain('yusuf')
    ids.pass(15)
    await begun()
    expect(await rows('sign_in_failure')).toBe(0)
  })

  it('keeps neither the password nor anything that signs in', async () => {
    const { token } = await begun()
    const tables = await asAdmin(server, async (client) => [
      ...(await client.query('select * from muster.account')).rows,
      ...(await client.query("select encode(token_hash, 'escape') as it, encode(token_hash, 'base64') as that from muster.session")).rows,
    ])
    expect(JSON.stringify(tables)).not.toContain(PASSWORD)
    expect(JSON.stringify(tables)).not.toContain(token)
  })
})

describe('a session', () => {
  const found = (token: string) => findSession(database, token, ids.clock())

  it('is found by its token only', async () => {
    const { token } = await begun()
    expect(await found(token)).toMatchObject({ caller: { name: 'Dana Price', email: DANA } })
    for (const other of ['', 'x', token.slice(1), `${token}x`, token.replace(/.$/, (it) => (it === 'A' ? 'B' : 'A'))]) {
      expect(await found(other)).toBeNull()
    }
  })

  it('ends after 30 minutes without use, and not while it is used', async () => {
    const { token } = await begun()
    for (let time = 0; time < 4; time++) {
      ids.pass(29)
      expect(await found(token)).not.toBeNull()
    }
    ids.pass(30)
    expect(await found(token)).toBeNull()
  })

  it('ends after 30 minutes in which only its page asked by itself', async () => {
    const { token } = await begun()
    for (let time = 0; time < 3; time++) {
      ids.pass(9)
      expect(await peekSession(database, token, ids.clock())).toMatchObject({ caller: { email: DANA } })
    }
    ids.pass(3)
    expect(await peekSession(database, token, ids.clock())).toBeNull()
    expect(await found(token)).toBeNull()
  })

  it('ends after 12 hours, however much it is used', async () => {
    const { token } = await begun()
    for (let minutes = 20; minutes < 720; minutes += 20) {
      ids.pass(20)
      expect(await found(token), `${minutes} minutes`).not.toBeNull()
    }
    ids.pass(20)
    expect(await found(token)).toBeNull()
  })

  it('is noted as used at most once a minute', async () => {
    const { token } = await begun()
    const lastSeen = async () =>
      (await asAdmin(server, (client) => client.query<{ at: Date }>('select max(last_seen_at) as at from muster.session'))).rows[0]?.at
    const first = await lastSeen()
    ids.pass(0.9)
    await found(token)
    expect(await lastSeen()).toEqual(first)
    ids.pass(0.2)
    await found(token)
    expect(await lastSeen()).toEqual(ids.clock())
  })

  it('ends when its person signs out, and no other', async () => {
    const [one, other] = [await begun(), await begun()]
    await signOut(database, one.token)
    expect(await found(one.token)).toBeNull()
    expect(await found(other.token)).not.toBeNull()
    await signOut(database, 'of nobody')
  })

  it('knows the CSRF token of its own pages, and no other', async () => {
    const [one, other] = [await found((await begun()).token), await found((await begun()).token)]
    if (one === null || other === null) throw new Error('no session')
    expect(isFromSession(one, one.csrfToken)).toBe(true)
    for (const given of [undefined, '', other.csrfToken, [one.csrfToken], one.csrfToken.slice(1)])
      expect(isFromSession(one, given)).toBe(false)
  })

  it('is cleared away when it has run out', async () => {
    ids.pass(721)
    await begun()
    expect(await rows('session')).toBe(1)
  })
})
