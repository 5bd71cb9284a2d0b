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
const lou = aPupil('p2', 'Lou', 'Marsh')
const run = await reviewer.start([aPupil('p1', 'Kit', 'Newcombe'), lou, DORA])
await reviewer.savePanels(run)
await reviewer.sync(run)
const kit = (await agent.call('people.list', { params: { school }, query: { q: 'Kit' } })).items[0]?.id ?? ''
const ada = await somebody(browser, server, { as: agent })
const dialog = named(ada.page, 'dialog', 'Protect Kit Newcombe?')

it('N-14 somebody is protected by keyboard, with a reason', async () => {
  await ada.opens(`/s/${school}/people/${kit}`)
  await named(ada.page, 'button', 'Protect').press('Enter')
  await dialog.waitFor()
  await ada.page.keyboard.press('Enter')
  await ada.sees('Write why they are protected')
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  await ada.page.keyboard.type('Head pupil')
  await ada.page.keyboard.press('Enter')
  await ada.seesHeading('Protected')
  await ada.sees(/^Head pupil \(Ada Example, /)
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
})

it('N-14 a file without them puts that on hold, in words', async () => {
  await reviewer.plan(await reviewer.start([lou, DORA]))
  await ada.opens(`/s/${school}/holds`)
  await ada.sees(/1 protected person would leave the sync/)
})

it('N-14 they are protected no longer', async () => {
  await ada.opens(`/s/${school}/people/${kit}`)
  await ada.presses('Protect no longer')
  await named(ada.page, 'button', 'Protect').waitFor()
})
