import { beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { type Person, somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const ZARA = aPupil('p1', 'Zara', 'Vance', { birthDate: '2014-03-05' })
const PEOPLE = [ZARA, aPupil('p2', 'Ben', 'Okafor', { birthDate: '2001-03-05' }), DORA]
let ada: Person

beforeAll(async () => {
  ada = await somebody(browser, server, { as: agent })
})

it('C3 a new school is told that it is not connected, what to do and whose job that is', async () => {
  await ada.opens(`/s/${school}`)
  await ada.sees('Not connected')
  await ada.sees('Upload a file from your MIS')
  await ada.sees('Access Coordinator or deputy')
  await ada.sees('No sync yet.')
  expect(await pageFaults(ada.page)).toEqual([])
})

describe('after a sync', () => {
  beforeAll(async () => {
    const run = await reviewer.start(PEOPLE)
    await reviewer.savePanels(run)
    await reviewer.sync(run)
  })

  it('S-145 a check leads to whom it found, with what to do; point 8 in two activations from Home', async () => {
    await ada.opens(`/s/${school}`)
    await ada.sees('Up to date')
    await ada.follows(/^See them The year group of 1 pupil does not fit their age/)
    await ada.seesHeading('The year group of 1 pupil does not fit their age')
    await ada.sees('Look at birth date and year group in your MIS. One of the two is often a slip.')
    await ada.follows('Ben Okafor')
    await ada.seesHeading('Ben Okafor')
  })

  it('S-145 all checks stand on one page, also those that found nothing', async () => {
    await ada.opens(`/s/${school}`)
    await ada.follows('All checks')
    await ada.sees('Every pupil has a registration class')
    expect(await ada.page.getByRole('row').count()).toBe(11)
    expect(await pageFaults(ada.page)).toEqual([])
  })

  it('C3 the last runs are a table for who wants one', async () => {
    await ada.opens(`/s/${school}`)
    await ada.sees('Of the last 1: 1 applied, 0 failed, 0 otherwise ended or open.')
    await ada.page.getByText('Show as a table').click()
    await ada.page.getByRole('table', { name: 'The last syncs and checks, newest first' }).waitFor()
    expect(await pageFaults(ada.page)).toEqual([])
  })

  it('point 15 UX-17 a sync started by another session shows on Home without a refresh, also where a proxy lets no stream through', async () => {
    const behind = await somebody(browser, server, { as: agent })
    let refused = 0
    await behind.page.route(/\/events(\?|$)/, async (route) => {
      const isStream = route.request().headers()['accept']?.includes('text/event-stream') === true
      if (isStream) refused += 1
      await (isStream ? route.abort('aborted') : route.continue())
    })
    for (const person of [ada, behind]) {
      await person.opens(`/s/${school}`)
      await person.sees('Up to date')
    }
    await reviewer.start([...PEOPLE, aPupil('p3', 'Noor', 'Haddad', { classes: [] })])
    for (const person of [ada, behind]) await person.page.getByText('Ready to sync', { exact: true }).waitFor()
    expect(refused).toBeGreaterThan(0)
    await behind.close()
  })

  it('C3 point 8 what waits leads to exactly those rows, in one activation', async () => {
    await ada.follows(/^See why 1 pupil cannot be synced/)
    await ada.isAt(/\/sync\/pupils\?show=errors/)
    await ada.sees('Noor Haddad')
    expect(await ada.page.getByRole('button', { name: 'Zara Vance' }).count()).toBe(0)
  })
})
