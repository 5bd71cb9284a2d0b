import { expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { named, somebody } from './support/person.ts'
import { signsIn } from './support/set-up.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const EMAIL = 'tom.reid@school.example.test'
await server.join(agent, school, { role: 'deputy', name: 'Tom Reid', email: EMAIL })
const browser = await testBrowser(server.url)

it('S-131 a coordinator gives a temporary password, shown once; its person chooses their own and is in', async () => {
  const ada = await somebody(browser, server, { as: agent })
  await ada.opens(`/s/${school}/settings/team`)
  await named(ada.page, 'button', 'Give a temporary password Tom Reid').click()
  await named(named(ada.page, 'dialog', 'Give Tom Reid a temporary password?'), 'button', 'Give a temporary password').click()
  const password = await named(ada.page, 'dialog', 'The temporary password of Tom Reid').locator('code').innerText()
  await ada.presses('Close')
  expect(await ada.page.content()).not.toContain(password)

  const tom = await somebody(browser, server)
  await tom.opens('/sign-in')
  await signsIn(tom, EMAIL, password)
  await tom.seesHeading('Choose a password of your own')
  await tom.types('New password', 'qwerty123456')
  await tom.presses('Sign in')
  await named(tom.page, 'link', /well-known passwords/).waitFor()
  await tom.types('New password', 'three lamps and a heron')
  await tom.presses('Sign in')
  await tom.seesHeading('Home')
  await tom.opens('/account')
  await tom.sees('An Access Coordinator gave you a temporary password')
  await Promise.all([ada.close(), tom.close()])
})
