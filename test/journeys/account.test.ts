import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { FIRST, PASSWORD, testServer } from '../support/server.ts'
import { named, somebody } from './support/person.ts'
import { signsIn } from './support/set-up.ts'

const server = await testServer()
const { agent } = await server.setUp()
const browser = await testBrowser(server.url)
const ada = await somebody(browser, server, { as: agent })
const NEW = 'three lamps and a heron'

describe('my account', () => {
  it('is reached from the menu, and lists where one is signed in', async () => {
    const elsewhere = await somebody(browser, server)
    await elsewhere.opens('/sign-in')
    await signsIn(elsewhere, FIRST.email)
    await elsewhere.seesHeading('Home')
    await ada.opens('/')
    await ada.page.getByText(FIRST.name, { exact: true }).click()
    await ada.follows('My account')
    await ada.seesHeading('My account')
    await ada.page.getByRole('row', { name: /This one/ }).waitFor()
    await named(ada.page, 'button', /Sign out there Chrome on Linux/).click()
    await ada.sees('You are signed out there.')
    await elsewhere.opens('/account')
    await elsewhere.seesHeading('Sign in')
    await elsewhere.close()
  })

  it('takes another password from who knows the present one, and says what is wrong with it', async () => {
    await ada.presses('Change my password')
    await ada.seesHeading('There is a problem')
    await named(ada.page, 'link', 'Enter the password you have now').waitFor()
    await ada.types('The password you have now', 'not this one at all')
    await ada.types('New password', NEW)
    await ada.presses('Change my password')
    await named(ada.page, 'link', 'Enter the password you have now').waitFor()
    await ada.types('The password you have now', PASSWORD)
    await ada.types('New password', 'qwerty123456')
    await ada.presses('Change my password')
    await named(ada.page, 'link', /well-known passwords/).waitFor()
    await ada.types('New password', NEW)
    await ada.presses('Change my password')
    await ada.sees('Your password is changed. You are signed out everywhere else.')
    await ada.sees('The password was changed')
    expect((await (await server.signIn(FIRST.email, NEW)).call('session.read', {})).account?.email).toBe(FIRST.email)
  })
})

describe('an authenticator app', () => {
  const key = { secret: '', codes: [] as string[] }
  const codeAt = (secondsOn: number) =>
    new TOTP({ secret: Secret.fromBase32(key.secret) }).generate({ timestamp: Date.now() + secondsOn * 1000 })

  it('is set up with a key and its first code; the recovery codes are shown once', async () => {
    await ada.types('Your password', NEW)
    await ada.presses('Set up an app')
    await ada.page.getByRole('img', { name: 'QR code with the key' }).waitFor()
    key.secret = (await ada.page.locator('code').innerText()).replaceAll(' ', '')
    await ada.types('The 6 digits that the app shows now', '000000')
    await ada.presses('Ask for a code from now on')
    await named(ada.page, 'link', 'Enter the 6 digits that the app shows now').waitFor()
    await ada.types('The 6 digits that the app shows now', codeAt(0))
    await ada.presses('Ask for a code from now on')
    await ada.seesHeading('Keep these recovery codes')
    key.codes = await ada.page.locator('code').allInnerTexts()
    expect(key.codes).toHaveLength(10)
    await ada.presses('I have kept them')
    await ada.sees('10 recovery codes are left.')
    expect(await ada.page.content()).not.toContain(key.codes[0])
  })

  it('its code is asked for after the password, and a wrong one is refused in words', async () => {
    const elsewhere = await somebody(browser, server)
    await elsewhere.opens('/sign-in')
    await signsIn(elsewhere, FIRST.email, NEW)
    await elsewhere.seesHeading('Enter your code')
    await elsewhere.types('Code', '000000')
    await elsewhere.presses('Sign in')
    await named(elsewhere.page, 'link', /^Enter a code that has not been used/).waitFor()
    await elsewhere.types('Code', codeAt(30))
    await elsewhere.presses('Sign in')
    await elsewhere.seesHeading('Home')
    await elsewhere.close()
  })

  it('a recovery code signs in as well', async () => {
    const elsewhere = await somebody(browser, server)
    await elsewhere.opens('/sign-in')
    await signsIn(elsewhere, FIRST.email, NEW)
    await elsewhere.types('Code', key.codes[0] ?? '')
    await elsewhere.presses('Sign in')
    await elsewhere.seesHeading('Home')
    await elsewhere.opens('/account')
    await elsewhere.sees('9 recovery codes are left.')
    await elsewhere.types('Your password', NEW)
    await elsewhere.presses('Ask for no code any more')
    await elsewhere.sees('Signing in asks for your password only.')
    await elsewhere.close()
  })
})
