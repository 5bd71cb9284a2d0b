import { expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { named, somebody } from './support/person.ts'
import { inOneStory } from './support/story.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const run = await reviewer.start([aPupil('p1', 'Kit', 'Newcombe'), aPupil('p2', 'Lou', 'Marsh'), DORA])
await reviewer.savePanels(run)
await reviewer.sync(run)
const kit = (await agent.call('people.list', { params: { school }, query: { q: 'Kit' } })).items[0]?.id ?? ''
const ada = await somebody(browser, server, { as: agent })

it('S-199 somebody is disabled by keyboard, once what that means has been read', async () => {
  await ada.opens(`/s/${school}/people/${kit}`)
  await named(ada.page, 'button', 'Disable').press('Enter')
  const dialog = named(ada.page, 'dialog', 'Disable Kit Newcombe?')
  await dialog.getByText('They stay synced', { exact: false }).waitFor()
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  await named(dialog, 'button', 'Disable').press('Enter')
  await ada.seesHeading('Disabled')
  await ada.sees('They sign in nowhere and appear in no application. No sync enables them.')
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
})

it('S-199 they are enabled again', async () => {
  await ada.presses('Enable')
  await named(ada.page, 'button', 'Disable').waitFor()
  expect(await ada.page.locator(':focus').textContent()).toBe('Kit Newcombe')
})
