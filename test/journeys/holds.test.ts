import fs from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { named, type Person, somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const WAIT = 60_000
const people = (count: number, from = 0) => [
  ...Array.from({ length: count }, (_, n) => aPupil(`p${from + n}`, `Kit${from + n}`, `Newcombe${from + n}`)),
  DORA,
]
/** What the browser saves when a button is pressed. */
const saved = async ({ page, presses }: Person, button: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), presses(button)])
  return fs.readFileSync(await download.path(), 'utf8')
}
const left = async () => (await server.ask("select 1 from link where end_reason = 'left'")).length

describe('a sync of which a part is on hold', () => {
  let ada: Person
  let tom: Person
  beforeAll(async () => {
    const first = await reviewer.start(people(40))
    await reviewer.savePanels(first)
    await reviewer.sync(first)
    ada = await somebody(browser, server, { as: agent })
    const deputy = await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' })
    tom = await somebody(browser, server, { as: deputy, width: 320, colours: 'dark' })
    await reviewer.start([...people(25), aPupil('q1', 'Newt', 'Comer')])
  }, WAIT)

  it('D20 Review says what is on hold, and syncs the rest', { timeout: WAIT }, async () => {
    await ada.opens(`/s/${school}/sync/review`)
    await ada.seesHeading('15 records are on hold')
    await ada.sees('15 of 40 pupils would be desynced.')
    expect(await pageFaults(ada.page)).toEqual([])
    await ada.sees('In all: 1 to add, 0 to change, 0 to desync or archive, 0 to delete.')
    expect(await saved(ada, 'Download this plan (CSV)')).toMatch(/^\uFEFFName,Record,[^\n]*\r\nNewt Comer,Pupil,Added,/)
    await ada.presses('Sync 1 record now')
    await ada.seesHeading(/finished/i)
    expect(await ada.page.title()).toMatch(/^Finished/)
    expect(await saved(ada, 'Download receipt')).toContain('1 added · 0 linked · 0 updated · 0 desynced · 0 deleted')
    expect(await left()).toBe(0)
  })

  it('C3 Home says that something is on hold, and leads to it', { timeout: WAIT }, async () => {
    await ada.opens(`/s/${school}`)
    await ada.sees('1 part of a sync is on hold: it would change more than usual.')
    await named(ada.page, 'link', 'See what is on hold').first().click()
    await ada.seesHeading('15 records')
    expect(await pageFaults(ada.page)).toEqual([])
  })

  it('D17 a deputy sees why, and who has to approve', { timeout: WAIT }, async () => {
    await tom.opens(`/s/${school}/holds`)
    await tom.follows('15 records')
    await tom.seesHeading('Sync on hold')
    await tom.sees('An Access Coordinator has to approve it.')
    expect(await named(tom.page, 'button', 'Approve and sync').count()).toBe(0)
    expect(await pageFaults(tom.page)).toEqual([])
  })

  it('N-04 point 24: it is approved with its number, typed, and changes exactly as many', { timeout: WAIT }, async () => {
    await ada.follows('15 records')
    await ada.seesHeading('Sync on hold')
    await ada.presses('Show: 15 pupils will be desynced, none deleted')
    await ada.sees('Kit39 Newcombe39')
    expect(await pageFaults(ada.page)).toEqual([])
    await ada.presses('Approve and sync')
    const dialog = named(ada.page, 'dialog', 'Sync although 15 pupils would be desynced?')
    await dialog.waitFor()
    await named(dialog, 'button', 'Approve and sync').click()
    await ada.sees('Type 15, or choose “Keep on hold”')
    expect(await left()).toBe(0)
    await ada.types('To go on, type 15', '15')
    expect(await pageFaults(ada.page)).toEqual([])
    await named(dialog, 'button', 'Approve and sync').click()
    await ada.seesHeading(/finished/i)
    expect(await left()).toBe(15)
  })

  it('C25 released by somebody else: who, and when; then nothing is on hold', { timeout: WAIT }, async () => {
    await tom.sees(/^Approved by Ada Example on .*, and synced\.$/)
    await tom.follows('On hold')
    await tom.seesHeading('Nothing is on hold.')
    expect(await pageFaults(tom.page)).toEqual([])
  })
})
