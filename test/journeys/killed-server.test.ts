import { afterAll, describe, expect, it } from 'vitest'
import { watchApply } from '../crash/watch-apply.ts'
import { newAgent } from '../support/agent.ts'
import { testBrowser } from '../support/browser.ts'
import { testMuster } from '../support/muster.ts'
import { type MusterProcess, startMuster } from '../support/process.ts'
import { FIRST, PASSWORD } from '../support/server.ts'
import { named, somebody } from './support/person.ts'
import { reviewTable } from './support/review-table.ts'

const muster = await testMuster()
const watch = await watchApply(muster.server)
const start = async (port: string): Promise<MusterProcess> => {
  const started = startMuster(['start', '--port', port], muster.environment)
  await started.says('listening on')
  return started
}
let server = await start('0')
afterAll(async () => {
  await server.kill()
  await watch.close()
})

const [url = '', link = ''] = server.said().match(/http:\S+/g) ?? []
const agent = newAgent(url)
const { school } = await agent.call('setUp.finish', {
  body: {
    code: link.split('/').at(-1) ?? '',
    account: { ...FIRST, password: PASSWORD },
    start: { kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' },
  },
})
const again = async (): Promise<void> => {
  server = await start(new URL(url).port)
}
const people = async (): Promise<number> => (await muster.ask('select 1 from person')).length

const browser = await testBrowser(url)
const ada = await somebody(browser, { url }, { as: agent })
const table = reviewTable(ada)

describe('the server is killed in the middle of a review', () => {
  it('a decision that it can no longer take is kept on the page, and saved once it is back', async () => {
    await agent.call('runs.start', { params: { school }, body: { scope: 'pupils' } })
    await ada.opens(`/s/${school}/sync`)
    await ada.follows('Continue: Pupils')
    await ada.presses('Save and continue')
    const [first = '', second = ''] = await table.names()
    await table.nameOf(first).press('y')
    await table.isDecided(first, 'Matched')
    await table.isSaved()
    await ada.whileServerIsAway(async () => {
      await server.kill()
      await table.nameOf(second).press('y')
      await ada.sees('1 decision is not saved yet.')
      await again()
      await named(ada.page.getByRole('alert'), 'button', 'Try again').click()
      await table.isSaved()
      await table.hasCount('Needs a decision', (await table.names()).length - 2)
    })
    await ada.reloads()
    await expect.poll(async () => (await table.names()).includes(second), { timeout: 10_000 }).toBe(false)
    await table.shows('Matched')
    await table.isDecided(first, 'Matched')
    await table.isDecided(second, 'Matched')
  })

  it('what others decide is followed again without a reload', async () => {
    const { run } = await agent.call('runs.open', { params: { school } })
    if (run === null) throw new Error('no run is open')
    const params = { school, run: run.id }
    const query = { kind: 'pupil', filter: 'needs_decision' } as const
    const before = await table.count('Needs a decision')
    const { items, version } = await agent.call('runs.rows', { params, query })
    const decisions = [{ row: items[0]?.id ?? '', act: 'same' as const }]
    await agent.call('runs.decide', { params, ifMatch: version, body: { decisions } })
    await table.hasCount('Needs a decision', before - 1)
  })
})

describe('the server is killed in the middle of a sync', () => {
  it('the page goes on by itself: all of it is done, once, or nothing and it can be done again', async () => {
    const before = await people()
    await ada.presses('Save and sync pupils')
    await named(ada.page, 'button', 'Leave them out this time').click()
    const unblock = await watch.block('directory_change')
    await ada.presses(/^Sync .* now$/)
    await watch.untilItWaits('muster start')
    await ada.seesHeading('Syncing Hillview School')
    await ada.whileServerIsAway(async () => {
      await server.kill()
      await unblock()
      expect(await people()).toBe(before)
      await again()
      const end = named(ada.page, 'heading', 'Sync finished').or(named(ada.page, 'link', 'Back to review'))
      await end.waitFor({ timeout: 60_000 })
      if ((await named(ada.page, 'link', 'Back to review').count()) > 0) {
        await ada.follows('Back to review')
        await ada.presses(/^Sync .* now$/)
      }
      await ada.seesHeading('Sync finished')
    })
    const added = Number(/(\d+) added/.exec(await ada.page.locator('main').innerText())?.[1])
    expect(added).toBeGreaterThan(100)
    expect(await people()).toBe(before + added)
  })
})
