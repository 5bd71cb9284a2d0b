import { readFile } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { named, type Person, somebody } from './support/person.ts'
import { inOneStory } from './support/story.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const STAYS = [...'ABCDEFGHIJKLMNOP'].map((letter, at) => aPupil(`s${at}`, `${letter}stone`, 'Hale'))
const LOU = aPupil('p2', 'Lou', 'Marsh', { birthDate: '2013-01-30' })
let ada: Person

beforeAll(async () => {
  const run = await reviewer.start([aPupil('p1', 'Kit', 'Newcombe'), LOU, ...STAYS, DORA])
  await reviewer.savePanels(run)
  await reviewer.sync(run)
  await reviewer.sync(await reviewer.start([...STAYS, DORA]), 'sync')
  ada = await somebody(browser, server, { as: agent })
})

it('UX C13 leavers are searched and filtered in the address, and saved with all of them', async () => {
  await ada.opens(`/s/${school}/people/leavers`)
  await ada.sees('2 leavers')
  await ada.picks('Left since', '30 days ago')
  await ada.isAt(/within=30/)
  await ada.sees('2 leavers')
  await ada.types('Search by name or UPN', 'newc')
  await ada.isAt(/q=newc/)
  await ada.sees('1 leaver')
  await ada.reloads()
  await ada.sees('1 leaver')
  await ada.picks('Reason', 'Leaver of the top year, expected (0)')
  await ada.seesHeading('Nobody matches these filters')
  await ada.follows('Clear filters')
  await ada.sees('2 leavers')
  expect(await pageFaults(ada.page)).toEqual([])
  const [file] = await Promise.all([ada.page.waitForEvent('download'), ada.presses('Save as CSV')])
  expect(file.suggestedFilename()).toBe('leavers.csv')
  const [heading, ...lines] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  expect(heading).toContain('Name,Was,Birth date')
  expect(lines.map((it) => it.split(',')[0])).toEqual(['Lou Marsh', 'Kit Newcombe'])
})

it('C48 a leaver who should stay is kept, after what that means is said, and given back', async () => {
  await ada.presses('Keep Kit Newcombe: manage by hand')
  const dialog = named(ada.page, 'dialog', 'Manage Kit Newcombe by hand?')
  await dialog.getByText('This record is no longer a leaver.', { exact: false }).waitFor()
  expect(await pageFaults(ada.page)).toEqual([])
  await named(dialog, 'button', 'Manage by hand').click()
  await ada.sees('Kit Newcombe is no longer a leaver.')
  await ada.sees('1 leaver')
  expect(await ada.page.locator(':focus').textContent()).toBe('Kit Newcombe is no longer a leaver.')

  const [kit] = (await agent.call('people.list', { params: { school }, query: { q: 'Kit' } })).items
  await ada.opens(`/s/${school}/people/${kit?.id}`)
  await ada.seesHeading('Managed by hand')
  expect(await pageFaults(ada.page)).toEqual([])
  await ada.presses('Sync again')
  await named(named(ada.page, 'dialog', 'Sync Kit Newcombe again?'), 'button', 'Sync again').click()
  await ada.sees('Given back to the sync')
  await ada.page.locator('h1:focus').waitFor()
  await ada.sees('Has left')
})

it('UX C13 who came back is found by the open review, and re-linked there', async () => {
  await reviewer.start([{ ...LOU, id: 'p9' }, ...STAYS, DORA])
  await ada.opens(`/s/${school}/people/leavers`)
  await ada.seesHeading('1 leaver may be in your MIS again.')
  await ada.follows('Show who')
  await ada.isAt(/reason=back/)
  expect(await pageFaults(ada.page)).toEqual([])
  await ada.follows('Re-link Lou Marsh in the open sync')
  await ada.page.getByRole('region', { name: 'Details of Lou Marsh' }).getByText('Lou Marsh').first().waitFor()
  await ada.goesBack()
  await named(ada.page, 'link', 'Re-link Lou Marsh in the open sync').waitFor()
})

it('anybody else is matched from their row as well', async () => {
  await ada.opens(`/s/${school}/people/leavers?q=Kit`)
  await ada.follows('Match… Kit Newcombe in the open sync')
  await ada.isAt(/\/sync\/decide\//)
  await ada.presses('Match…')
  await ada.sees('Search people in your MIS')
})
