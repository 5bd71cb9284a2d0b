import { expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { oneRoster, zipped } from '../support/packages.ts'
import { aPupil, DORA } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { somebody } from './support/person.ts'
import { inOneStory } from './support/story.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const ada = await somebody(browser, server, { as: agent })
const file = await zipped(oneRoster([aPupil('p1', 'Nadia', 'Fernbank'), aPupil('p2', 'Tomas', 'Hollow'), DORA]))
const choose = async () => {
  await ada.page
    .getByLabel(/hoose/)
    .and(ada.page.locator('input[type=file]'))
    .setInputFiles({ name: 'oak.zip', mimeType: 'application/zip', buffer: file })
  await ada.sees('Is this Oak School?')
}

it('UX C4 a first file is shown by some of its pupils; it is taken away, or is said to be ours', async () => {
  await ada.opens(`/s/${school}/sync`)
  await choose()
  await ada.sees('N. F., Year 7')
  await ada.presses('No, take it away')
  await ada.sees('oak.zip was taken away')
  expect(await ada.page.getByRole('button', { name: 'Start sync' }).count()).toBe(0)
  expect(await server.ask('select 1 from upload')).toEqual([])
  await choose()
  await ada.presses('Yes, this is us')
  await ada.sees('You said that this is Oak School.')
  await ada.presses('Start sync')
  await ada.isAt(/run=/)
  await ada.opens(`/s/${school}/history/uploads`)
  await ada.sees('Taken away')
})
