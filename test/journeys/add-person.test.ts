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
const ada = await somebody(browser, server, { as: agent })
const dialog = named(ada.page, 'dialog', 'Add a pupil')

it('S-206 a pupil is added by hand; what is wrong is said at the field', async () => {
  await ada.opens(`/s/${school}/people/pupils`)
  await ada.presses('Add a pupil')
  await dialog.getByText('A later sync finds it and links it.', { exact: false }).waitFor()
  await ada.types('Forename', 'Ida')
  await named(dialog, 'button', 'Add').click()
  await dialog.getByText('There is a problem').waitFor()
  expect(await pageFaults(ada.page)).toEqual([])
  await ada.types('Surname', 'Finch')
  await dialog.getByLabel('Year group', { exact: true }).selectOption('Year 7')
  await dialog.getByLabel('Registration class', { exact: true }).selectOption('7A')
  await named(dialog, 'button', 'Add').click()
  await ada.seesHeading('Ida Finch')
  await ada.isAt(/\/people\/[0-9a-f-]{36}$/)
  await ada.sees('Not matched')
})

it('S-206 somebody of the same name is pointed out first, and added on a second word', async () => {
  await ada.opens(`/s/${school}/people/pupils`)
  await ada.presses('Add a pupil')
  await ada.types('Forename', 'Kit')
  await ada.types('Surname', 'Newcombe')
  await named(dialog, 'button', 'Add').click()
  await dialog.getByText('Somebody with this name is here already.', { exact: false }).waitFor()
  expect(await pageFaults(ada.page, [1366])).toEqual([])
  await ada.types('Birth date', '2014-01-01')
  await named(dialog, 'button', 'Add').click()
  await ada.seesHeading('Kit Newcombe')
  await ada.opens(`/s/${school}/people/pupils`)
  await ada.sees('3 pupils')
})

it('a viewer is not offered to add anybody', async () => {
  const vera = await somebody(browser, server, { as: await server.join(agent, school, { role: 'viewer', name: 'Vera Look' }) })
  await vera.opens(`/s/${school}/people/pupils`)
  await vera.sees('3 pupils')
  expect(await named(vera.page, 'button', 'Add a pupil').count()).toBe(0)
  await vera.close()
})
