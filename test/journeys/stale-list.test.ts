import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { oneRoster, zipped } from '../support/packages.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { somebody } from './support/person.ts'
import { reviewTable } from './support/review-table.ts'
import { inOneStory } from './support/story.ts'
import { givesTheFile } from './support/wizard.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const first = await reviewer.start([aPupil('p1', 'Nadia', 'Fernbank'), DORA])
await reviewer.savePanels(first)
await reviewer.sync(first)
for (const name of ['Sam Taylor', 'Wren Ashdown', 'Robin Oakes'])
  await server.ask(`insert into person (school_id, id, kind, first_name, last_name, status)
    select id, gen_random_uuid(), 'pupil', split_part('${name}', ' ', 1), split_part('${name}', ' ', 2), 'active' from school`)
const SAM = aPupil('x1', 'Sam', 'Taylor')
const ROBIN = aPupil('x3', 'Robin', 'Oakes')
await reviewer.start([aPupil('p1', 'Nadia', 'Fernbank'), DORA, SAM, aPupil('x2', 'Wren', 'Ashdown'), ROBIN])
const ada = await somebody(browser, server, { as: agent })
const table = reviewTable(ada)

describe('UX d18 a newer file while a review is open', () => {
  it('is given on the page of the file that is there, and the table offers it without a refresh', async () => {
    await ada.opens(`/s/${school}/sync/pupils`)
    for (const name of ['Sam Taylor', 'Wren Ashdown']) {
      await table.nameOf(name).focus()
      await ada.page.keyboard.press('y')
      await table.isDecided(name, 'Matched')
    }
    await table.isSaved()
    const other = await somebody(browser, server, { as: agent })
    await other.opens(`/s/${school}/sync/connect`)
    await givesTheFile(other, await zipped(oneRoster([aPupil('p1', 'Nadia', 'Fernbank'), DORA, { ...SAM, classes: ['7B'] }, ROBIN])))
    await other.close()
    await ada.sees('Your MIS has changed since this list was made (2 records).')
    await ada.sees('Your 2 decisions are kept.')
  })

  it('keeps what was decided once it is taken, and lists what was about somebody who is gone', async () => {
    await ada.presses('Update the list')
    await ada.sees('No longer in your MIS: 1 decision was removed')
    await ada.sees(/^Wren Ashdown is no longer in your MIS\. The decision was removed: Matched/)
    await ada.seesNothingOf(/^Your MIS has changed/)
    await table.shows('Matched')
    expect(await table.names()).toEqual(['Sam Taylor'])
    await table.rowOf('Sam Taylor').locator('.decided').filter({ hasText: 'Matched by' }).waitFor()
    await table.hasCount('Needs a decision', 1)
  })
})
