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
const ada = await somebody(browser, server, { as: agent })

it('S-101 a group is made by keyboard, with a name', async () => {
  await ada.opens(`/s/${school}/classes`)
  await named(ada.page, 'button', 'Add a group').press('Enter')
  await named(ada.page, 'dialog', 'Add a group').waitFor()
  await ada.page.keyboard.press('Enter')
  await ada.sees('Write a name')
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  await ada.page.keyboard.type('Chess club')
  await ada.page.keyboard.press('Enter')
  await ada.seesHeading('Chess club')
  await ada.sees('Nobody is in this class.')
})

it('S-101 people are searched and put into it, one after the other', async () => {
  await ada.presses('Add people')
  const dialog = named(ada.page, 'dialog', 'Add people to Chess club')
  for (const [typed, name] of [
    ['Kit', 'Kit Newcombe'],
    ['Lou', 'Lou Marsh'],
  ] as const) {
    await dialog.getByLabel('Search by name, e-mail or username').fill(typed)
    await named(dialog, 'button', `Add ${name}`).click()
    await dialog.getByText('Is in it').waitFor()
  }
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  await ada.page.keyboard.press('Escape')
  await ada.seesHeading('2 people in this class')
})

it('S-106 one is taken out, and back: nobody is deleted', async () => {
  await ada.presses('Remove Lou Marsh')
  await ada.sees('Lou Marsh is no longer in this group.')
  await ada.seesHeading('1 person in this class')
  expect(await ada.page.locator(':focus').textContent()).toBe('Lou Marsh is no longer in this group.')
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  await ada.presses('Undo')
  await ada.seesHeading('2 people in this class')
})

it('S-103 it is renamed', async () => {
  await ada.presses('Rename')
  const dialog = named(ada.page, 'dialog', 'Rename Chess club')
  await dialog.getByLabel('Name').fill('Chess')
  await named(dialog, 'button', 'Save the name').click()
  await ada.seesHeading('Chess')
})

it('S-102 it is deleted once everybody is taken out', async () => {
  await ada.presses('Remove everybody')
  await named(named(ada.page, 'dialog', 'Remove everybody from Chess?'), 'button', 'Remove everybody').click()
  await ada.sees('2 people were taken out.')
  await ada.presses('Delete the class')
  const dialog = named(ada.page, 'dialog', 'Delete Chess?')
  await dialog.waitFor()
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  await named(dialog, 'button', 'Delete the class').click()
  await ada.isAt(/\/classes$/)
  await ada.sees('1 class')
})
