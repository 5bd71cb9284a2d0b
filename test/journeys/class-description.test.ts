import { expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { named, somebody } from './support/person.ts'
import { inOneStory } from './support/story.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const run = await reviewer.start([aPupil('p1', 'Nadia', 'Fernbank'), DORA])
await reviewer.savePanels(run)
const ada = await somebody(browser, server, { as: agent })
const where = `/s/${school}/sync/registration?run=${run.id}`

it('S-96 a class is described where it is set up; the description stays with the sync until it is applied', async () => {
  await ada.opens(where)
  await ada.page
    .getByRole('button', { name: /^Add a description of / })
    .first()
    .focus()
  await ada.page.keyboard.press('Enter')
  const field = named(ada.page, 'dialog', /^Description of /).getByLabel('Description')
  await field.and(ada.page.locator(':focus')).waitFor()
  await field.fill('Meets in the hall')
  await ada.presses('Use this description')
  await ada.sees('Meets in the hall')
  expect(await ada.page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(/^Change the description of /)
  await ada.presses(/^Save and continue/)
  await ada.page.waitForURL(/sync.subjects/)
  await ada.opens(where)
  await ada.sees('Meets in the hall')
  expect(await server.ask('select description from class')).toEqual([])
  await reviewer.sync(run)
  expect(await server.ask('select description from class')).toMatchObject([{ description: 'Meets in the hall' }])
})
