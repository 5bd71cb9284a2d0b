import { beforeAll, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { type Person, somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
let ada: Person

beforeAll(async () => {
  const run = await reviewer.start([aPupil('p1', 'Zara', 'Vance', { grade: 'Y7' }), aPupil('p2', 'Ben', 'Okafor', { classes: [] }), DORA])
  await reviewer.savePanels(run)
  await reviewer.sync(run)
  ada = await somebody(browser, server, { as: agent })
})

it('N-18 the record leads to why it is here, step by step', async () => {
  await ada.opens(`/s/${school}`)
  await ada.follows('People')
  await ada.follows('Zara Vance')
  await ada.follows('Why? From the file to here')
  await ada.seesHeading('Why Zara Vance is here')
  await ada.sees(/^Line 2 of users\.csv, read on /)
  await ada.sees('your MIS writes “Y7”')
  await ada.sees('Everybody who is new in your MIS is imported, as your school chose.')
  await ada.sees(/^It stood in a plan made on /)
  await ada.sees('Nothing has been changed since.')
  expect(await ada.page.title()).not.toContain('Zara')
  expect(await pageFaults(ada.page)).toEqual([])
})

it('N-18 somebody who is missing is found by name, with what to do; the name is in no address', async () => {
  await ada.opens(`/s/${school}/people/pupils`)
  await ada.follows('Somebody is missing?')
  await ada.presses('Search')
  await ada.seesHeading('There is a problem')
  await ada.types('Name', 'okafor')
  await ada.presses('Search')
  await ada.sees('1 person with this name')
  await ada.sees(/Is in your MIS without a registration class\./)
  await ada.sees('Put them in a registration class in your MIS and upload a new file.')
  expect(ada.address()).toBe(`/s/${school}/people/missing`)
  expect(await pageFaults(ada.page)).toEqual([])
  await ada.types('Name', 'nobody at all')
  await ada.presses('Search')
  await ada.seesHeading('Nobody with this name')
})

it('point 16 typed text is still there when the server was away, and the search goes on', async () => {
  await ada.opens(`/s/${school}/people/missing`)
  await ada.types('Name', 'Zara')
  await ada.whileServerIsAway(async () => {
    await ada.page.context().setOffline(true)
    await ada.presses('Search')
    await ada.seesHeading(/./)
    await ada.page.context().setOffline(false)
  })
  expect(await ada.page.getByLabel('Name').and(ada.page.locator('input')).inputValue()).toBe('Zara')
  await ada.presses('Search')
  await ada.sees('Is here and synced.')
})
