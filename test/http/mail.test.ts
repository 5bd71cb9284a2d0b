import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runMuster } from '../../src/cli/index.ts'
import type { Agent } from '../support/agent.ts'
import { testIo } from '../support/io.ts'
import { startMailServer } from '../support/mail-server.ts'
import { PARTS } from '../support/muster.ts'
import { oneRoster, writePackage } from '../support/packages.ts'
import { FIRST, PASSWORD, testServer } from '../support/server.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mail-'))
const mail = await startMailServer(folder)
const server = await testServer(mail.settings)
afterAll(async () => {
  await mail.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

let ada: Agent
let school: string
beforeAll(async () => {
  ;({ agent: ada, school } = await server.setUp())
})

/** The next letter to an address, once it is there. */
async function letterTo(address: string, count = 1): Promise<{ readonly subject: string; readonly token: string; readonly text: string }> {
  for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((it) => setTimeout(it, 50))) {
    const found = mail.taken.filter((it) => [it.to].flat().some((to) => to?.value.some((one) => one.address === address)))
    const last = found[count - 1]
    if (last === undefined) continue
    const text = last.text ?? ''
    return { subject: last.subject ?? '', text, token: /\/(?:reset|invite)\/([\w-]{43})$/m.exec(text)?.[1] ?? '' }
  }
  throw new Error(`no letter to ${address}`)
}

const waitFor = async (work: () => Promise<boolean>): Promise<void> => {
  for (const until = Date.now() + 20_000; !(await work()); await new Promise((it) => setTimeout(it, 50)))
    if (Date.now() > until) throw new Error('it did not come to be')
}
const messagesTo = async (address: string) =>
  (await ada.call('messages.list', { params: { school }, query: { q: address } })).items.filter((it) => it.to === address)
const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: { problem?: { code: string } }) => error.problem?.code,
  )

describe('a new password by a link', () => {
  it('S-130 goes to the address, works once, ends every session and the wait after wrong tries', async () => {
    await server.browser().call('passwordReset.ask', { body: { email: ` ${FIRST.email.toUpperCase()}` } })
    const { subject, token, text } = await letterTo(FIRST.email)
    expect(subject).toBe('Set a new password for Muster')
    expect(text).toContain(`${server.url}/reset/${token}`)
    const other = await server.signIn(FIRST.email)
    for (let at = 0; at < 6; at += 1) await server.signIn(FIRST.email, 'a wrong password').catch(() => undefined)
    const browser = server.browser()
    expect(await browser.call('passwordReset.read', { body: { token } })).toEqual({ email: FIRST.email })
    expect(await failure(browser.call('passwordReset.finish', { body: { token, password: 'short' } }))).toBe('account.password_short')
    expect(await failure(browser.call('passwordReset.finish', { body: { token, password: FIRST.email } }))).toBe(
      'account.password_is_email',
    )
    await browser.call('passwordReset.finish', { body: { token, password: 'harbour lantern nine' } })
    expect((await other.call('session.read', {})).account).toBeNull()
    expect(await failure(server.signIn(FIRST.email))).toBe('session.wrong')
    ada = await server.signIn(FIRST.email, 'harbour lantern nine')
    expect(await failure(browser.call('passwordReset.finish', { body: { token, password: PASSWORD } }))).toBe('password_reset.not_found')
    const { events } = await ada.call('account.read', {})
    expect(events.filter((it) => it.kind === 'password_reset')).toHaveLength(1)
  })

  it('says the same for an address that nobody has, keeps no token, and ends an earlier link', async () => {
    const before = mail.taken.length
    expect(await server.browser().call('passwordReset.ask', { body: { email: 'nobody@school.example.test' } })).toBeUndefined()
    await server.browser().call('passwordReset.ask', { body: { email: FIRST.email } })
    const { token } = await letterTo(FIRST.email, 2)
    const kept = await server.ask<{ row: string }>('select to_jsonb(r)::text as row from password_reset r')
    expect(kept.map((it) => it.row).join()).not.toContain(token)
    await server.browser().call('passwordReset.ask', { body: { email: FIRST.email } })
    await letterTo(FIRST.email, 3)
    expect(await failure(server.browser().call('passwordReset.read', { body: { token } }))).toBe('password_reset.not_found')
    await server.browser().call('passwordReset.ask', { body: { email: FIRST.email } })
    const rows = await server.ask('select 1 from password_reset')
    expect(rows, 'three in an hour').toHaveLength(3)
    expect(mail.taken.length).toBe(before + 2)
  })

  it('is refused after an hour', async () => {
    await server.ask(`update password_reset set created_at = created_at - interval '2 hours', expires_at = expires_at - interval '2 hours'`)
    const { token } = await letterTo(FIRST.email, 3)
    expect(await failure(server.browser().call('passwordReset.read', { body: { token } }))).toBe('password_reset.not_found')
  })

  it('a guessed link opens nothing', async () => {
    const guess = 'A'.repeat(43)
    expect(await failure(server.browser().call('passwordReset.finish', { body: { token: guess, password: PASSWORD } }))).toBe(
      'password_reset.not_found',
    )
  })
})

describe('an invitation by e-mail', () => {
  it('brings the link to the address, and shows it to nobody else', async () => {
    const address = 'una@school.example.test'
    const invited = await ada.call('team.invite', { params: { school }, body: { email: address, role: 'deputy' } })
    expect(invited).toMatchObject({ link: null, isMailed: true })
    const { subject, token } = await letterTo(address)
    expect(subject).toBe('Oak School: Ada Example invites you to Muster')
    await waitFor(async () => (await messagesTo(address))[0]?.state === 'sent')
    const [message] = await messagesTo(address)
    const preview = await ada.call('messages.preview', { params: { school, message: message?.id ?? '' } })
    expect(preview.subject).toBe(subject)
    expect(preview.text).not.toContain(token)
    const una = server.browser()
    await una.call('invitation.accept', { body: { token, name: 'Una Gray', password: PASSWORD } })
    expect((await una.call('session.read', {})).schools).toMatchObject([{ role: 'deputy' }])
    expect(await failure(una.call('messages.hold', { params: { school }, body: { messages: [message?.id ?? ''] } }))).toBe(
      'permission.needed',
    )
  })

  it('S-107 new staff of a sync get a link to set a password, once, and are teachers', async () => {
    const address = 'dora@school.example.test'
    const people = [{ id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: address } as const]
    const source = writePackage(server.folder, oneRoster(people, { id: 'oak', name: 'Oak School' }))
    const io = testIo({ ...server.environment, ...mail.settings })
    expect(await runMuster(['sync', '--source', source, '--import-staff'], io, PARTS), io.errText()).toBe(0)
    const { subject, token, text } = await letterTo(address)
    expect(subject).toBe('Your new account at Oak School')
    expect(`${subject}${text}`).not.toContain('Quill')
    const dora = server.browser()
    expect(await dora.call('invitation.read', { body: { token } })).toMatchObject({ role: 'teacher', hasAccount: false })
    await dora.call('invitation.accept', { body: { token, name: 'Dora Quill', password: PASSWORD } })
    expect((await dora.call('session.read', {})).schools).toMatchObject([{ role: 'teacher' }])
  })
})

describe('the outbox', () => {
  const invite = async (address: string) => {
    await ada.call('team.invite', { params: { school }, body: { email: address, role: 'viewer' } })
    await waitFor(async () => (await messagesTo(address)).length > 0)
  }

  it('S-114 an address that the mail server refuses for good is bounced, and can be tried again', async () => {
    const address = 'gone@school.example.test'
    mail.refuse(address, '550 No such user here')
    await invite(address)
    await waitFor(async () => (await messagesTo(address))[0]?.state === 'bounced')
    const [bounced] = await messagesTo(address)
    expect(bounced).toMatchObject({ why: 'address_refused', replyCode: 550 })
    mail.refuse(address, null)
    await ada.call('messages.sendAgain', { params: { school, message: bounced?.id ?? '' } })
    await letterTo(address)
  })

  it('a temporary refusal waits and is tried again, as the same message', async () => {
    const address = 'later@school.example.test'
    mail.refuse(address, '451 Try again later')
    await invite(address)
    await waitFor(async () => (await messagesTo(address))[0]?.replyCode === 451)
    const [waiting] = await messagesTo(address)
    expect(waiting).toMatchObject({ state: 'queued', replyCode: 451 })
    expect(Date.parse(waiting?.notBefore ?? '') - Date.now()).toBeGreaterThan(50_000)
    mail.refuse(address, null)
    await server.ask('update outbox_message set not_before = now() where id = $1', [waiting?.id])
    await server.ask('update mail_due set at = now()')
    await letterTo(address)
    const [letter] = mail.taken.slice(-1)
    expect(letter?.messageId).toContain(waiting?.id)
  })

  it('a message can be held, scheduled, released and dropped', async () => {
    const address = 'hold@school.example.test'
    mail.refuse(address, '451 Try again later')
    await invite(address)
    await waitFor(async () => (await messagesTo(address))[0]?.replyCode === 451)
    mail.refuse(address, null)
    const messages = (await messagesTo(address)).map((it) => it.id)
    expect(await ada.call('messages.hold', { params: { school }, body: { messages } })).toEqual({ held: 1 })
    expect(await messagesTo(address)).toMatchObject([{ state: 'held', why: 'by_hand' }])
    const notBefore = '2999-01-01T08:00:00.000Z'
    expect(await ada.call('messages.release', { params: { school }, body: { messages, notBefore } })).toEqual({ released: 1 })
    expect(await messagesTo(address)).toMatchObject([{ state: 'queued', notBefore }])
    expect(await ada.call('messages.release', { params: { school }, body: { messages } })).toEqual({ released: 1 })
    await letterTo(address)
    await waitFor(async () => (await messagesTo(address))[0]?.state === 'sent')
    expect(await ada.call('messages.drop', { params: { school }, body: { messages } })).toEqual({ dropped: 0 })
  })

  it('what was on its way when Muster died is not sent twice: it is said, and somebody decides', async () => {
    const address = 'killed@school.example.test'
    mail.refuse(address, '451 Try again later')
    await invite(address)
    await waitFor(async () => (await messagesTo(address))[0]?.replyCode === 451)
    mail.refuse(address, null)
    const [message] = await messagesTo(address)
    // as a worker leaves it that was killed while it talked to the mail server
    await server.ask(`update outbox_message set state = 'sending', claimed_at = now() - interval '11 minutes' where id = $1`, [message?.id])
    await server.ask('update mail_due set at = now()')
    await waitFor(async () => (await messagesTo(address))[0]?.state === 'failed')
    expect(await messagesTo(address)).toMatchObject([{ why: 'interrupted' }])
    expect(mail.taken.filter((it) => it.messageId?.includes(message?.id ?? 'none'))).toEqual([])
  })

  it('nobody’s address or link stands in the log', async () => {
    expect(server.said()).not.toMatch(/@school\.example|\/reset\/|\/invite\//)
    expect(server.said()).toContain('an e-mail was handed over')
  })
})
