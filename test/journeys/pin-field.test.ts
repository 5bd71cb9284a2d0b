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
const run = await reviewer.start([aPupil('p1', 'Kit', 'Newcombe', { birthDate: '2013-05-04' }), DORA])
await reviewer.savePanels(run)
await reviewer.sync(run)
const kit = (await agent.call('people.list', { params: { school }, query: { q: 'Kit' } })).items[0]?.id ?? ''
const ada = await somebody(browser, server, { as: agent })
const dialog = named(ada.page, 'dialog', 'Forename of Kit Newcombe: keep it as it is here?')
const lockOf = (field: string) => ada.page.locator('.summary-row', { hasText: field }).locator('summary').first()

it('D5 a school allows that details are kept as they are here', async () => {
  await ada.opens(`/s/${school}/settings/matching`)
  await ada.chooses('Coordinators may keep single details as they are here')
  await ada.presses('Save the rules')
  await ada.sees('Saved.')
})

it('D5 beside its lock a detail is kept, with a reason and an end; what is missing is said', async () => {
  await ada.opens(`/s/${school}/people/${kit}`)
  await lockOf('Forename').click()
  await ada.presses('Keep Forename as it is here')
  await named(dialog, 'button', 'Keep it').click()
  await dialog.getByText('Choose the last day').first().waitFor()
  expect(await pageFaults(ada.page)).toEqual([])
  await dialog.getByLabel('Forename').fill('Kitty')
  await ada.types('Why', 'Asked by the family')
  await ada.types('Until', new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10))
  await named(dialog, 'button', 'Keep it').click()
  await ada.seesHeading('Kitty Newcombe')
  await ada.page.getByText(/^Kept here until /).click()
  await ada.sees('Asked by the family (Ada Example)')
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
})

it('D5 it is taken from the MIS again', async () => {
  await ada.presses('Take Forename from your MIS again')
  await lockOf('Forename').getByText('From your MIS').waitFor()
})
