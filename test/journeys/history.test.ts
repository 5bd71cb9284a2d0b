import fs from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { type Person, somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const MANY = Array.from({ length: 130 }, (_, n) => aPupil(`p${n}`, `Kit${n}`, n === 0 ? '=SUM(A1)' : `Newcombe${n}`))
let ada: Person
let first: Run

beforeAll(async () => {
  const run = await reviewer.start([...MANY, DORA])
  await reviewer.savePanels(run)
  first = await reviewer.sync(run)
  await reviewer.sync(await reviewer.start([...MANY, DORA]))
  await reviewer.discard(await reviewer.start([...MANY, DORA]))
  ada = await somebody(browser, server, { as: agent })
})

async function savedFile(): Promise<string> {
  const saving = ada.page.waitForEvent('download')
  await ada.presses('Save as CSV')
  return fs.readFileSync(await (await saving).path(), 'utf8')
}

it('C14 History is filtered by outcome: what only looked, and what was discarded', async () => {
  await ada.opens(`/s/${school}/history`)
  await ada.sees('3 syncs')
  await ada.follows('Checked only')
  await ada.sees('1 sync')
  await ada.sees('No changes')
  await ada.follows('Discarded')
  await ada.isAt(/show=discarded/)
  await ada.sees('1 sync')
  expect(await pageFaults(ada.page)).toEqual([])
  await ada.follows('All')
  const lines = (await savedFile()).trim().split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toContain('When')
})

it('C14, S-152 every change of a sync is saved, and no cell of the file is a formula', async () => {
  await ada.opens(`/s/${school}/history/${first.id}`)
  await ada.page.getByRole('main').getByRole('link', { name: 'People', exact: true }).click()
  await ada.sees('130 changes')
  const text = await savedFile()
  expect(text.match(/Kit\d+ /g)?.length).toBeGreaterThanOrEqual(130)
  expect(text).not.toMatch(/(^|,|\n)"?=/)
  expect(await pageFaults(ada.page)).toEqual([])
})

it('point 39 History prints with all rows and without navigation', async () => {
  await ada.opens(`/s/${school}/history/${first.id}?kind=person`)
  await ada.sees('130 changes')
  expect(await ada.page.locator('tbody > tr').count()).toBe(100)
  await ada.page.evaluate('window.print = () => { window.printedRows = document.querySelectorAll(".only-print tbody > tr").length }')
  await ada.presses('Print all rows')
  await expect.poll(() => ada.page.evaluate('window.printedRows')).toBe(130)
  await ada.page.emulateMedia({ media: 'print' })
  for (const role of ['navigation', 'banner'] as const) expect(await ada.page.getByRole(role).filter({ visible: true }).count()).toBe(0)
  await ada.page.emulateMedia({ media: 'screen' })
  await ada.page.evaluate('window.dispatchEvent(new Event("afterprint"))')
  await expect.poll(() => ada.page.locator('.only-print').count()).toBe(0)
})

it('point 15 a sync of another session is in History within 3 seconds, without a refresh', async () => {
  await ada.opens(`/s/${school}/history`)
  await ada.sees('3 syncs')
  const started = reviewer.startAgain()
  await ada.page.getByText('4 syncs').waitFor({ timeout: 3_000 })
  await started
})

it('D31 from History a discarded sync is reopened, unless another is open', async () => {
  await ada.opens(`/s/${school}/history?show=discarded`)
  await ada.page.getByRole('table').getByRole('link').first().click()
  await ada.presses('Reopen this sync')
  await ada.sees('Another sync is open')
  const open = await agent.call('runs.open', { params: { school } })
  if (open.run === null) throw new Error('no run is open')
  await reviewer.discard(open.run)
  await ada.presses('Reopen this sync')
  await ada.seesHeading('Sync')
  expect((await agent.call('runs.open', { params: { school } })).run?.state).toBe('reviewing')
  expect(await pageFaults(ada.page)).toEqual([])
})
