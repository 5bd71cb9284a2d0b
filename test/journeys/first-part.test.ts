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
const WAIT = 60_000
const inClass = (name: string, from: number, count: number) =>
  Array.from({ length: count }, (_, n) =>
    aPupil(`p${from + n}`, `Kit${from + n}`, `Newcombe${from + n}`, { classes: [name], grade: name.slice(0, 1) }),
  )
const here = async () => (await server.ask('select 1 from person')).length

describe('a few who are synced first', () => {
  let ada: Person
  let small: Person
  beforeAll(async () => {
    const run = await reviewer.start([...inClass('7A', 0, 5), ...inClass('8B', 10, 4), DORA])
    await reviewer.savePanels(run)
    ada = await somebody(browser, server, { as: agent })
    small = await somebody(browser, server, { as: agent, width: 320, colours: 'dark' })
  }, WAIT)

  it('N-14 one class is chosen, and its numbers are said before anything happens', { timeout: WAIT }, async () => {
    await ada.opens(`/s/${school}/sync/review`)
    await ada.follows('Sync a class or a few people first')
    await ada.seesHeading('Sync a few first')
    await ada.picks('Which registration class', '8B: 6 records')
    await ada.seesHeading('What is synced first')
    await ada.sees('4 pupils will be added')
    await ada.sees('After that 7 records are left to sync.')
    expect(await pageFaults(ada.page)).toEqual([])
    expect(await here()).toBe(0)
  })

  it('N-14 a few people are found by name, on a small screen in the dark', { timeout: WAIT }, async () => {
    await small.opens(`/s/${school}/sync/first`)
    await small.chooses('A few people')
    await small.types('Search by name', 'newcombe1')
    await small.chooses('Kit1 Newcombe1, pupil, 7A')
    await small.types('Search by name', 'newcombe12')
    await small.chooses('Kit12 Newcombe12')
    await small.sees('2 pupils will be added')
    await small.sees('Classes and year groups that they need are among these.')
    expect(await pageFaults(small.page)).toEqual([])
  })

  it('N-14 the class is synced and nothing else; the rest is then offered as it was shown', { timeout: WAIT }, async () => {
    await ada.presses('Sync 6 records first')
    await ada.seesHeading('The first part is synced')
    expect(await here()).toBe(4)
    expect(await pageFaults(ada.page)).toEqual([])
    await ada.follows('Go on with the rest')
    await ada.sees('6 records were synced first, on')
    await ada.sees('5 pupils will be added')
    expect(await pageFaults(ada.page)).toEqual([])
    await ada.presses('Sync 7 records now')
    await ada.seesHeading('Sync finished')
    expect(await here()).toBe(9)
  })

  it('N-02 N-14 one undo takes both back', { timeout: WAIT }, async () => {
    await ada.presses('Undo this sync')
    await ada.presses('Review the undo')
    await ada.seesHeading(/undo/i)
    await ada.presses('Put 13 records back now')
    await ada.seesHeading('The sync was undone')
    expect(await here()).toBe(0)
    await ada.opens(`/s/${school}/history`)
    await ada.sees('First part of a sync')
  })
})
