import { expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { type Person, somebody } from './support/person.ts'

const WAIT = 60_000
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const run = await reviewer.start([aPupil('p1', 'Nadia', 'Fernbank'), DORA])
await reviewer.savePanels(run)
await reviewer.sync(run)
const TICK = 'Check for changes every night'
const schedule = () => agent.call('schedule.read', { params: { school } })

async function finishedAs(as: typeof agent): Promise<Person> {
  const person = await somebody(browser, server, { as })
  await person.opens(`/s/${school}/sync/done?run=${run.id}`)
  await person.seesHeading('Sync finished')
  await person.page.waitForLoadState('networkidle')
  return person
}

it('D30 the tick on Finished is not offered to a deputy, who may not set the schedule', { timeout: WAIT }, async () => {
  const dep = await finishedAs(await server.join(agent, school, { role: 'deputy', name: 'Dep Lund' }))
  await dep.sees(/^You can undo this sync until/)
  expect(await dep.page.getByRole('checkbox', { name: TICK }).count()).toBe(0)
})

it('D30 Finished offers to check every night, unticked; the tick turns it on, and off again', { timeout: WAIT }, async () => {
  const ada = await finishedAs(agent)
  const tick = ada.page.getByRole('checkbox', { name: TICK })
  await tick.waitFor()
  expect(await tick.isChecked()).toBe(false)
  expect((await schedule()).mode).toBe('off')
  await tick.click()
  await ada.page.getByRole('link', { name: 'Change the schedule' }).waitFor()
  expect(await tick.isChecked()).toBe(true)
  expect(await schedule()).toMatchObject({ mode: 'check', days: [1, 2, 3, 4, 5, 6, 7], onlyInTerm: false })
  expect(await pageFaults(ada.page)).toEqual([])
  await tick.click()
  await expect.poll(async () => (await schedule()).mode).toBe('off')
  await tick.click()
  await expect.poll(async () => (await schedule()).mode).toBe('check')
})

it('D30 it is no longer offered where the school is checked by itself', { timeout: WAIT }, async () => {
  const ada = await finishedAs(agent)
  await ada.sees(/^You can undo this sync until/)
  expect(await ada.page.getByRole('checkbox', { name: TICK }).count()).toBe(0)
})
