import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { startMailServer } from '../support/mail-server.ts'
import { FIRST, testServer } from '../support/server.ts'
import { named, somebody } from './support/person.ts'
import { signsIn } from './support/set-up.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mail-'))
const mail = await startMailServer(folder)
const server = await testServer(mail.settings)
afterAll(async () => {
  await mail.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})
const { agent, school } = await server.setUp()
const browser = await testBrowser(server.url)
const WAIT = 60_000

describe('a forgotten password', () => {
  it('S-130 is set anew by the link of an e-mail, and the old one opens nothing', { timeout: WAIT }, async () => {
    const ada = await somebody(browser, server)
    await ada.opens('/sign-in')
    await ada.page.getByText('I cannot sign in').click()
    await named(ada.page, 'link', 'I forgot my password').click()
    await ada.seesHeading('Set a new password')
    await ada.types('E-mail address', FIRST.email)
    await ada.presses('Send the link')
    await ada.sees('Look into your mailbox')
    const [letter] = await mail.wait(1)
    const link = /http\S+\/reset\/\S+/.exec(letter?.text ?? '')?.[0] ?? ''
    await ada.opens(new URL(link).pathname)
    await ada.types('New password', 'short')
    await ada.presses('Set the new password')
    await ada.seesHeading('There is a problem')
    await ada.types('New password', 'harbour lantern nine')
    await ada.presses('Set the new password')
    await ada.sees('The new password is set')
    expect((await agent.call('session.read', {})).account).toBeNull()
    await named(ada.page, 'link', 'Sign in').click()
    await ada.seesHeading('Sign in')
    await signsIn(ada, FIRST.email, 'harbour lantern nine')
    await ada.isAt(new RegExp(`/s/${school}$`))
    await ada.opens(new URL(link).pathname)
    await ada.sees('This link cannot be used')
  })

  it('an invitation is sent, looked at in the outbox without its secret, and sent again', { timeout: WAIT }, async () => {
    const ada = await somebody(browser, server, { as: await server.signIn(FIRST.email, 'harbour lantern nine') })
    await ada.opens(`/s/${school}/settings/team`)
    await ada.types('Their e-mail address', 'tom@school.example.test')
    await ada.chooses('Viewer')
    await ada.presses('Invite')
    await ada.sees('The invitation is on its way')
    const letters = await mail.wait(2)
    await ada.opens(`/s/${school}/settings/messages`)
    await ada.page.getByRole('row', { name: /tom@school\.example\.test.*Sent/ }).waitFor()
    await ada.page.getByRole('button', { name: 'Preview tom@school.example.test' }).click()
    await ada.sees('Subject: Oak School: Ada Example invites you to Muster')
    const token = /\/invite\/(\S+)/.exec(letters.at(-1)?.text ?? '')?.[1] ?? 'none'
    expect(await ada.page.content()).not.toContain(token)
    await ada.presses('Close')
    await ada.page.getByRole('button', { name: 'Send again tom@school.example.test' }).click()
    expect(await mail.wait(3)).toHaveLength(3)
  })
})
