import { describe, expect, it } from 'vitest'
import type { Agent } from '../support/agent.ts'
import { FIRST, PASSWORD, testServer } from '../support/server.ts'

const server = await testServer()
const { agent: ada, school } = await server.setUp()
const NEW = 'three lamps and a heron'

const kinds = async (who: Agent): Promise<readonly string[]> => (await who.call('account.read', {})).events.map((it) => it.kind)
const isIn = async (who: Agent): Promise<boolean> => (await who.call('session.read', {})).account !== null
const change = (who: Agent, present: string, password: string) => who.call('account.changePassword', { body: { present, password } })

describe('the sessions of an account', () => {
  it('are listed with the device in words and the network only, this one first', async () => {
    const phone = server.browser()
    const userAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1'
    await phone.fetch('/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': userAgent },
      body: JSON.stringify({ email: FIRST.email, password: PASSWORD }),
    })
    const { sessions } = await ada.call('account.read', {})
    expect(sessions).toMatchObject([
      { isThis: true, address: '127.0.0.…' },
      { isThis: false, browser: 'Safari', system: 'iPhone', address: '127.0.0.…' },
    ])
    expect(JSON.stringify(await server.ask('select * from session'))).not.toContain('127.0.0.1')
  })

  it('end one by one, at once, and nobody ends those of another', async () => {
    const [one, other] = [await server.signIn(FIRST.email), await server.signIn(FIRST.email)]
    const mine = (await one.call('account.read', {})).sessions.find((it) => it.isThis)?.id ?? ''
    const eve = await server.join(ada, school, { role: 'viewer', name: 'Eve Other' })
    await expect(eve.call('account.endSession', { params: { session: mine } })).rejects.toMatchObject({
      problem: { status: 404, code: 'account.session_ended' },
    })
    expect(await isIn(one)).toBe(true)
    await other.call('account.endSession', { params: { session: mine } })
    await expect(one.call('account.read', {})).rejects.toMatchObject({ problem: { status: 401, code: 'session.needed' } })
    await expect(one.call('school.read', { params: { school } })).rejects.toMatchObject({ problem: { status: 401 } })
    expect(await isIn(other)).toBe(true)
  })

  it('end all but the one that asks', async () => {
    const others = [await server.signIn(FIRST.email), await server.signIn(FIRST.email)]
    const { sessions } = await ada.call('account.endOthers', {})
    expect(sessions).toMatchObject([{ isThis: true }])
    expect(await Promise.all(others.map(isIn))).toEqual([false, false])
  })
})

describe('a password', () => {
  it('is changed by who knows the present one; everybody else is signed out', async () => {
    const tom = await server.join(ada, school, { role: 'viewer', name: 'Tom Reid' })
    const elsewhere = await server.signIn('tom.reid@school.example.test')
    await change(tom, PASSWORD, NEW)
    expect([await isIn(tom), await isIn(elsewhere)]).toEqual([true, false])
    await expect(server.signIn('tom.reid@school.example.test')).rejects.toMatchObject({ problem: { code: 'session.wrong' } })
    expect(await isIn(await server.signIn('tom.reid@school.example.test', NEW))).toBe(true)
    expect((await kinds(tom)).slice(0, 2)).toEqual(['signed_in', 'password_changed'])
  })

  it('is refused where it is the same, well known, or the address, and nothing has changed', async () => {
    const una = await server.join(ada, school, { role: 'viewer', name: 'Una Same' })
    for (const [password, code] of [
      [PASSWORD, 'account.password_same'],
      ['qwerty123456', 'account.password_common'],
      ['una.same@school.example.test', 'account.password_is_email'],
    ] as const)
      await expect(change(una, PASSWORD, password)).rejects.toMatchObject({
        problem: { status: 422, code, fields: [{ field: 'password' }] },
      })
    expect(await isIn(await server.signIn('una.same@school.example.test'))).toBe(true)
  })

  it('is not guessed here either: five wrong tries lock the account, which is noted', async () => {
    const vic = await server.join(ada, school, { role: 'viewer', name: 'Vic Guess' })
    for (let tries = 1; tries < 5; tries++)
      await expect(change(vic, `wrong ${tries}`, NEW)).rejects.toMatchObject({ problem: { code: 'account.password_wrong' } })
    await expect(change(vic, 'wrong', NEW)).rejects.toMatchObject({ problem: { code: 'session.locked' } })
    await expect(change(vic, PASSWORD, NEW)).rejects.toMatchObject({ problem: { code: 'session.locked' } })
    expect((await kinds(vic))[0]).toBe('locked')
  })
})

describe('what happened to an account', () => {
  it('is noted with ids only, and can be neither changed nor taken away', async () => {
    const noted = await server.ask('select * from account_event')
    expect(noted.length).toBeGreaterThan(5)
    expect(JSON.stringify(noted)).not.toMatch(/@|Tom|Safari/)
    const rights = await server.ask<{ it: string }>(
      "select privilege_type as it from information_schema.role_table_grants where table_name = 'account_event' and grantee = 'muster_app' order by 1",
    )
    expect(rights.map((it) => it.it)).toEqual(['INSERT', 'SELECT'])
  })
})
