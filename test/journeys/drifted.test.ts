import { beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { type Person, somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const WAIT = 60_000
const people = (last: string) => [...Array.from({ length: 3 }, (_, n) => aPupil(`p${n}`, `Kit${n}`, `${last}${n}`)), DORA]

describe('a plan that is another one by the time it is to be synced', () => {
  let ada: Person
  let run: Run
  beforeAll(async () => {
    const first = await reviewer.start(people('Newcombe'))
    await reviewer.savePanels(first)
    await reviewer.sync(first)
    run = await reviewer.start([...people('Oldfield'), aPupil('p9', 'Newt', 'Comer')])
    ada = await somebody(browser, server, { as: agent })
  }, WAIT)

  it('point 19: a colleague decides meanwhile: refused, and the difference is shown', { timeout: WAIT }, async () => {
    await ada.opens(`/s/${school}/sync/review`)
    await ada.sees('Sync 4 records now')
    const rows = await reviewer.rows(run, { filter: 'new' })
    await reviewer.decide(run, rows.version, [{ row: rows.items[0]?.id ?? '', act: 'leave_out' }])
    await ada.presses('Sync 4 records now')
    await ada.presses('Make the plan again (keeps decisions)')
    await ada.seesHeading('What is different now')
    await ada.sees('1 record was in the plan and is not any more.')
    await ada.sees('Sync 3 records now')
    expect(await pageFaults(ada.page)).toEqual([])
  })

  it('point 19: somebody edits a record meanwhile: nothing is written, and the difference is shown', { timeout: WAIT }, async () => {
    await server.ask("update person set last_name = 'Handmade' where first_name = 'Kit1'")
    await ada.presses('Sync 3 records now')
    await ada.sees('Something has changed since the plan was made')
    expect(await server.ask("select 1 from person where last_name like 'Oldfield%'")).toEqual([])
    await ada.opens(`/s/${school}/sync/review`)
    await ada.seesHeading('What is different now')
    await ada.sees('1 record would be changed in another way than was shown.')
    await ada.sees('Kit1 Handmade')
    expect(await pageFaults(ada.page)).toEqual([])
    await ada.presses('Sync 3 records now')
    await ada.seesHeading('Sync finished')
  })
})
