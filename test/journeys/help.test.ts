import { expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { FIRST, testServer } from '../support/server.ts'
import { named, somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const ada = await somebody(browser, server, { as: agent })
const visitor = await somebody(browser, server)
const { page } = ada
const WAIT = 60_000

const PLACES = [
  ['', 'home', 'Home'],
  ['/sync', 'sync', 'Sync'],
  ['/people/pupils', 'people', 'People'],
  ['/classes', 'classes', 'Classes'],
  ['/history', 'history', 'History'],
  ['/settings/team', 'settings', 'Settings'],
] as const

it.each(PLACES)(
  'S-20 Help leads from %s to what is said about it, with the help in the same place',
  { timeout: WAIT },
  async (path, place, title) => {
    await ada.opens(`/s/${school}${path}`)
    const help = named(page, 'link', 'Help')
    await help.waitFor()
    expect(await help.count()).toBe(1)
    // on each page it comes right before the account, whatever else the page shows
    expect(await page.evaluate("document.querySelector('.header-help + .menu').parentElement.lastElementChild.matches('.menu')")).toBe(true)
    await help.click()
    await ada.seesHeading('Help')
    expect(page.url()).toMatch(new RegExp(`/help\\?school=${school}#${place}$`))
    const heading = page.getByRole('heading', { level: 2, name: title, exact: true })
    await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(768)
  },
)

it('S-208 says who can help, by name, also when Help is opened from the help', async () => {
  await ada.opens(`/help?school=${school}`)
  await ada.follows('Help')
  expect(page.url()).toContain(`/help?school=${school}`)
  await ada.sees(`At Oak School: ${FIRST.name}. They may run syncs and give people access.`)
})

it('says what each of the six statuses means, and Error', async () => {
  await ada.opens('/help')
  for (const status of ['Not matched', 'New', 'Matched', 'May match', 'Synced', 'Desynced', 'Error']) {
    await page
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${status}$`) })
      .waitFor()
  }
  await ada.sees('Perhaps the same person. You decide. Until you do, a sync leaves both as they are.')
})

it('can be read before signing in, as the accessibility statement can', async () => {
  await visitor.opens('/sign-in')
  await visitor.follows('Help')
  await visitor.seesHeading('Help')
  await visitor.sees('Whoever set up Muster for your school can help you to sign in.')
  await visitor.follows('Accessibility')
  await visitor.seesHeading('What does not work yet')
})
