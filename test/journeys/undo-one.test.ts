import { beforeAll, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { named, type Person, somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
let ada: Person
let second: Run

beforeAll(async () => {
  const run = await reviewer.start([aPupil('p1', 'Zara', 'Vance'), aPupil('p2', 'Ben', 'Okafor'), DORA])
  await reviewer.savePanels(run)
  await reviewer.sync(run)
  const changed = [aPupil('p1', 'Zara', 'Vance', { classes: ['7B'] }), aPupil('p2', 'Ben', 'Okafor', { classes: ['7B'] }), DORA]
  second = await reviewer.sync(await reviewer.start(changed))
  ada = await somebody(browser, server, { as: agent })
})

it('N-02, C14 one person of a sync is taken back from History, after a look at it; the others stay', async () => {
  await ada.opens(`/s/${school}/history/${second.id}`)
  await ada.presses('Undo this one of Zara Vance')
  await named(ada.page, 'dialog', 'Undo this for Zara Vance?').waitFor()
  expect(await pageFaults(ada.page)).toEqual([])
  await ada.presses('Review the undo')
  await ada.isAt(/\/sync\/review\?run=/)
  await ada.presses(/^Put 1 record back/)
  await ada.isAt(/\/sync\/done/)
  const classes = (await agent.call('people.list', { params: { school }, query: { kind: 'pupil' } })).items
  expect(classes.map((it) => `${it.name} ${it.registrationClass}`)).toEqual(['Ben Okafor 7B', 'Zara Vance 7A'])
})

it('N-02 the record offers the same, and point 35 the dialog gives the focus back', async () => {
  const [ben] = (await agent.call('people.list', { params: { school }, query: { q: 'Ben' } })).items
  await ada.opens(`/s/${school}/people/${ben?.id}`)
  const undo = ada.page.getByRole('button', { name: 'Undo this one of Ben Okafor' }).first()
  await undo.click()
  await named(ada.page, 'dialog', 'Undo this for Ben Okafor?').waitFor()
  await ada.page.keyboard.press('Escape')
  await expect.poll(() => undo.evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true)
  await ada.opens(`/s/${school}/history`)
  await ada.sees('Undo for one person')
  expect(await pageFaults(ada.page)).toEqual([])
})
