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
const STAYS = [...'ABCDEFGHIJKLMNOPQRST'].map((letter, at) => aPupil(`s${at}`, `${letter}stone`, 'Hale'))
const params = { school }
let ada: Person
let lou = ''

beforeAll(async () => {
  const run = await reviewer.start([
    aPupil('p1', 'Kit', 'Newcombe'),
    aPupil('p2', 'Lou', 'Marsh'),
    aPupil('p3', 'Ida', 'Finch'),
    ...STAYS,
    DORA,
  ])
  await reviewer.savePanels(run)
  await reviewer.sync(run)
  lou = (await agent.call('people.list', { params, query: { q: 'Lou' } })).items[0]?.id ?? ''
  const { application } = await agent.call('access.list', { params })
  await agent.call('access.change', { params, body: { application, people: [lou], to: 'with' } })
  await reviewer.sync(await reviewer.start([...STAYS, DORA]))
  ada = await somebody(browser, server, { as: agent })
})

it('S-192 S-194 leavers are selected by keyboard and deleted; who has access is left out, and why', async () => {
  await ada.opens(`/s/${school}/people/leavers`)
  await ada.sees('3 leavers')
  await ada.page.getByLabel('Select Ida Finch').focus()
  await ada.page.keyboard.press('Control+a')
  await ada.sees('3 selected')
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  await ada.presses('Delete…')
  const dialog = named(ada.page, 'dialog', 'Delete 3 people?')
  await dialog.waitFor()
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  expect(await ada.page.locator(':focus').textContent()).toBe('Delete nobody')
  await named(dialog, 'button', 'Delete 3 people').click()
  await ada.sees(/^2 people are deleted. You can restore them until /)
  await ada.seesHeading('1 person was not deleted:')
  await ada.sees('Lou Marsh: has access to School portal')
  await ada.sees('1 leaver')
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
})

it('S-198 that is undone at once', async () => {
  await ada.presses('Undo')
  await ada.sees('2 people are restored.')
  await ada.sees('3 leavers')
})

it('S-193 somebody is deleted from their own page, which then says until when they can be restored', async () => {
  const kit = (await agent.call('leavers.list', { params, query: { q: 'Kit' } })).items[0]?.id ?? ''
  await ada.opens(`/s/${school}/people/${kit}`)
  await ada.presses('Delete…')
  await named(named(ada.page, 'dialog', 'Delete 1 person?'), 'button', 'Delete 1 person').click()
  await ada.seesHeading('Recently deleted')
  await ada.sees(/^Deleted by Ada Example on .* You can restore them until /)
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
})

it('S-196 they are restored from Recently deleted, without access or with it', async () => {
  const ida = (await agent.call('leavers.list', { params, query: { q: 'Ida' } })).items[0]?.id ?? ''
  await agent.call('deletions.ask', { params, body: { people: [ida] } })
  await ada.opens(`/s/${school}/people/deleted`)
  await ada.sees('2 people')
  await ada.picks('How long people can be restored', '90 days')
  await ada.sees('Saved. Who is deleted already keeps their day.')
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  await ada.presses('Restore Ida Finch')
  const dialog = named(ada.page, 'dialog', 'Restore 1 person?')
  await dialog.waitFor()
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  await named(dialog, 'button', 'Restore with access').click()
  await ada.sees('1 person is restored.')
  await ada.sees('1 person')
  expect((await agent.call('access.list', { params, query: { q: 'Ida' } })).items).toMatchObject([{ id: ida }])
})

it('S-197 one is removed for good on a documented request; a receipt without a name stays', async () => {
  await ada.presses('Remove for good… Kit Newcombe')
  const dialog = named(ada.page, 'dialog', 'Remove Kit Newcombe for good?')
  await named(dialog, 'button', 'Remove for good').click()
  await ada.sees('Write where the request is filed')
  await dialog.getByLabel('Where the request is filed').fill('SAR 2026-14')
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  await named(dialog, 'button', 'Remove for good').click()
  await ada.sees('Removed for good. The receipt stands below.')
  await ada.seesHeading('Nobody is deleted.')
  await ada.sees('Asked for: SAR 2026-14 (Ada Example)')
  expect(await ada.page.locator('main').textContent()).not.toContain('Newcombe')
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
})

it('D17 a deputy sees who is deleted, and can do nothing about it', async () => {
  await agent.call('access.change', {
    params,
    body: { application: (await agent.call('access.list', { params })).application, people: [lou], to: 'without' },
  })
  await agent.call('deletions.ask', { params, body: { people: [lou] } })
  const tom = await somebody(browser, server, { as: await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' }) })
  await tom.opens(`/s/${school}/people/deleted`)
  await tom.sees('Lou Marsh')
  expect(await named(tom.page, 'button', 'Restore Lou Marsh').count()).toBe(0)
})
