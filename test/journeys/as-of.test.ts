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
const MONDAY = '2026-03-02'
let ada: Person

beforeAll(async () => {
  const run = await reviewer.start([aPupil('p1', 'Zara', 'Vance'), aPupil('p2', 'Ben', 'Okafor'), DORA])
  await reviewer.savePanels(run)
  await reviewer.sync(run)
  await server.ask(`update directory_change set at = '${MONDAY}T09:00:00Z'`)
  await reviewer.sync(await reviewer.start([aPupil('p1', 'Zara', 'Vance', { classes: ['7B'] }), aPupil('p3', 'Noor', 'Haddad'), DORA]))
  ada = await somebody(browser, server, { as: agent })
})

it('N-03 who was in 7A on that Monday: the list, the class and the record of then, and what changed since', async () => {
  await ada.opens(`/s/${school}/people/pupils`)
  await ada.sees('Noor Haddad')
  await ada.page.getByText('See another day').click()
  await ada.presses('Show that day')
  await ada.sees('Enter a day up to today.')
  await ada.types('As it was at the end of', MONDAY)
  await ada.presses('Show that day')
  await ada.seesHeading('This is how it was at the end of 2 Mar 2026')
  await ada.sees('Ben Okafor')
  await ada.seesNothingOf('Noor Haddad')
  await ada.isAt(/asOf=2026-03-02/)
  expect(await pageFaults(ada.page)).toEqual([])

  await ada.follows('Zara Vance')
  await ada.seesHeading('Zara Vance')
  await ada.seesHeading('This is how it was at the end of 2 Mar 2026')
  expect(await ada.page.getByRole('button', { name: 'Change details' }).count()).toBe(0)
  await ada.follows('7A')
  await ada.seesHeading('2 people in this class')
  await ada.follows('What has changed since?')
  await ada.seesHeading('What changed between two days')
  await ada.sees('Only one class and those who were in it.')
  await ada.follows('Compare the whole school')
  await ada.sees(/records differ/)
  expect(await ada.page.getByRole('row', { name: /Ben Okafor.*Left/ }).count()).toBe(1)
  expect(await ada.page.getByRole('row', { name: /Noor Haddad.*Added/ }).count()).toBe(1)
  expect(await pageFaults(ada.page)).toEqual([])
})

it('N-03 a day before somebody came says so, and leads back to today', async () => {
  const [noor] = (await agent.call('people.list', { params: { school }, query: { q: 'Noor' } })).items
  await ada.opens(`/s/${school}/people/${noor?.id}?asOf=${MONDAY}`)
  await ada.seesHeading('This is how it was at the end of 2 Mar 2026')
  await ada.follows('Back to today')
  await ada.seesHeading('Noor Haddad')
})
