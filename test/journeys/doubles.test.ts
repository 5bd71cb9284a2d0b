import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { named, somebody } from './support/person.ts'
import { reviewTable } from './support/review-table.ts'
import { inOneStory } from './support/story.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const NADIA = aPupil('p1', 'Nadia', 'Fernbank', { birthDate: '2014-03-02' })
const first = await reviewer.start([NADIA, DORA])
await reviewer.savePanels(first)
await reviewer.sync(first)
const run = await reviewer.start([NADIA, { ...NADIA, id: 'n7', classes: ['7B'] }, DORA])
const ada = await somebody(browser, server, { as: agent })
const table = reviewTable(ada)

describe('a pupil whom the MIS has twice (C27)', () => {
  it('is a line of Review with a way to resolve it; the row says why it waits, and one word settles it', async () => {
    await reviewer.plan(run)
    await ada.opens(`/s/${school}/sync/review?run=${run.id}`)
    await ada.sees('1 possible duplicate in your MIS')
    await ada.follows('Resolve: 1 possible duplicate in your MIS')
    await table.isShowing('Needs a decision')
    await ada.sees('Perhaps twice in your MIS')
    await table.nameOf('Nadia Fernbank').click()
    const details = table.detailsOf('Nadia Fernbank')
    await details.getByText('Your MIS has another record with the same name and birth date: Nadia Fernbank, 7A.').waitFor()
    await named(details, 'button', 'Never import').click()
    await table.isDecided('Nadia Fernbank', 'Never imported')
    await table.isSaved()
    await table.hasCount('Needs a decision', 0)
    await table.hasCount('Ignored', 1)
  })

  it('one at a time: the same can be said there', async () => {
    await ada.presses('Undo: ignored Nadia Fernbank')
    await table.isSaved()
    const { items } = await reviewer.rows(run, { filter: 'needs_decision' })
    await ada.opens(`/s/${school}/sync/decide/${items[0]?.id}?run=${run.id}`)
    await ada.presses('Import')
    await ada.sees('Nothing left to decide')
    await expect.poll(async () => (await reviewer.rows(run, { filter: 'new' })).items[0]?.willImport).toBe(true)
  })
})
