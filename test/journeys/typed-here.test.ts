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
const first = await reviewer.start([aPupil('p1', 'Nadia', 'Fernbank'), DORA])
await reviewer.savePanels(first)
await reviewer.sync(first)
const run = await reviewer.start([aPupil('p1', 'Nadia', 'Fernbank'), DORA, { ...DORA, id: 't2', first: 'Emil', last: 'Rowe', email: '' }])
const ada = await somebody(browser, server, { as: agent })
const { page } = ada
const table = reviewTable(ada)
await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
const copied = () => page.evaluate<string>('navigator.clipboard.readText()')

describe('a member of staff whom the MIS says without an e-mail address', () => {
  it('UX C10 the note for the office is copied as the page says it: for all of a cause, and for one person', async () => {
    await reviewer.plan(run, 'leave_out')
    await ada.opens(`/s/${school}/sync/review?run=${run.id}`)
    await ada.presses('Copy a note for the office')
    await ada.sees('Copied')
    expect(await copied()).toMatch(/: please put right in the MIS\n\n1 member of staff: .+\nWhat to do: .+\n- Emil Rowe/)
    await ada.follows('Or type it here once')
    await table.nameOf('Emil Rowe').click()
    await named(table.detailsOf('Emil Rowe'), 'button', 'Copy note for the office').click()
    await ada.sees('Copied')
    expect(await copied()).toMatch(/^Emil Rowe: .+\. Give the person a work e-mail address in your MIS/)
  })

  it('UX C10 the address is typed here once: what cannot be one is said at the field, then the row is New', async () => {
    await named(table.detailsOf('Emil Rowe'), 'button', 'Type the e-mail address here once…').click()
    await ada.types('E-mail address', 'emil')
    await ada.presses('Keep it')
    await ada.sees('Enter an e-mail address, like name@school.example.')
    await ada.types('E-mail address', 'emil@oak.example.test')
    await ada.presses('Keep it')
    await table.isSaved()
    await ada.opens(`/s/${school}/sync/staff?run=${run.id}&show=new`)
    await table.nameOf('Emil Rowe').click()
    await table.detailsOf('Emil Rowe').getByText('typed here by hand').waitFor()
    await ada.presses('Undo: E-mail address typed here: Emil Rowe')
    await table.isSaved()
  })
})
