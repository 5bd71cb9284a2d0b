import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { named, type Person, somebody } from './support/person.ts'
import { type ReviewTable, reviewTable } from './support/review-table.ts'

const server = await testServer()
const { agent, school } = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' })
const deputy = await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' })
await agent.call('runs.start', { params: { school }, body: { scope: 'pupils' } })

const browser = await testBrowser(server.url)
const ada = await somebody(browser, server, { as: agent })
const tom = await somebody(browser, server, { as: deputy })
const adas = reviewTable(ada)
const toms = reviewTable(tom)

async function opensTheReview(person: Person, table: ReviewTable): Promise<readonly string[]> {
  await person.opens(`/s/${school}/sync`)
  await person.follows('Continue: Pupils')
  await person.presses('Save and continue')
  return table.names()
}

const names = await opensTheReview(ada, adas)
await opensTheReview(tom, toms)
const [first = '', second = '', third = ''] = names
const clash = named(ada.page, 'dialog', 'Somebody else decided first')

describe('two coordinators at once', () => {
  it('UX C8 each is told that the other reviews, and that they have left, as it happens', async () => {
    await ada.sees('Tom Reid is also reviewing pupils.')
    await tom.sees('Ada Example is also reviewing pupils.')
    await tom.opens(`/s/${school}/people`)
    await ada.page.getByText('Tom Reid is also reviewing').waitFor({ state: 'detached' })
    await tom.goesBack()
    await ada.sees('Tom Reid is also reviewing pupils.')
    await toms.names()
  })

  it('UX C8 and so where the stream of events never says anything', async () => {
    const deaf = await somebody(browser, server, { as: deputy })
    await deaf.page.addInitScript('window.EventSource = class extends EventTarget { close() {} }')
    await tom.opens(`/s/${school}/people`)
    await deaf.opens(`/s/${school}/sync/pupils`)
    await deaf.sees('Ada Example is also reviewing pupils.')
    await ada.opens(`/s/${school}/people`)
    await deaf.page.getByText('Ada Example is also reviewing').waitFor({ state: 'detached' })
    await deaf.close()
    await ada.goesBack()
    await tom.goesBack()
    await Promise.all([adas.names(), toms.names()])
  })

  it('what one decides the other sees in the counts, without a refresh; no row moves by itself', async () => {
    await toms.nameOf(first).press('y')
    await adas.hasCount('Needs a decision', names.length - 1)
    await ada.sees('Somebody else decided about some rows since this list was made.')
    expect(await adas.names()).toEqual(names)
  })

  it('the second decision about a row asks, with the name of who came first, and theirs can be kept', async () => {
    await adas.nameOf(first).press('n')
    await clash.getByText(/^Tom Reid decided about this on/).waitFor()
    await named(clash, 'button', 'Keep Tom Reid’s').click()
    await adas.isDecided(first, 'Matched by Tom Reid')
  })

  it('or one’s own is used', async () => {
    await toms.nameOf(second).press('y')
    await toms.isSaved()
    await adas.nameOf(second).press('n')
    await named(clash, 'button', 'Use mine').click()
    await adas.isDecided(second, 'by Ada Example')
    await adas.isSaved()
    await toms.hasCount('Needs a decision', names.length - 2)
  })

  it('decisions about other rows are no clash', async () => {
    await adas.nameOf(third).press('y')
    await adas.isDecided(third, 'Matched by Ada Example')
    await adas.isSaved()
    expect(await clash.count()).toBe(0)
  })

  it('Update the list shows the table as it is now, with everybody’s decisions', async () => {
    await tom.presses('Update the list')
    await expect.poll(() => toms.names()).toEqual(names.slice(3))
    await toms.shows('Matched')
    await toms.isDecided(third, 'Matched by Ada Example')
  })

  it('a sync that one of them starts leads the other on to its end', async () => {
    await tom.presses('Save and sync pupils')
    await tom.presses('Leave them out this time')
    await tom.seesHeading('Check before you sync')
    await tom.presses(/^Sync .* now$/)
    await tom.seesHeading('Sync finished')
    await ada.seesHeading('Sync finished')
  })
})
