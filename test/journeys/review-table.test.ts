import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { keyboardOf } from './support/keyboard.ts'
import { named, somebody } from './support/person.ts'
import { reviewTable } from './support/review-table.ts'
import { inOneStory } from './support/story.ts'
import { startsTheSync } from './support/wizard.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' })
const ada = await somebody(browser, server, { as: agent })
const keys = await keyboardOf(ada)
const { page } = ada
const table = reviewTable(ada)

describe('the review table of a made-up September', () => {
  it('UX C8 the open row stands in the address; Back closes it, and a pasted address opens it', async () => {
    await ada.opens(`/s/${school}/sync`)
    await startsTheSync(ada)
    await ada.opens(`/s/${school}/sync/pupils`)
    const [, second = ''] = await table.names()
    await table.nameOf(second).click()
    await table.detailsOf(second).waitFor()
    await ada.isAt(/[?&]row=[0-9a-f-]{36}/)
    const address = ada.address()
    await ada.goesBack()
    await table.detailsOf(second).waitFor({ state: 'detached' })
    expect(ada.address()).not.toContain('row=')
    await ada.opens(address)
    await table.detailsOf(second).waitFor()
    await table.nameOf(second).click()
    await table.detailsOf(second).waitFor({ state: 'detached' })
    expect(ada.address()).not.toContain('row=')
  })

  it('UX decision 4: of those desynced, who is not expected stands alone; the expected are one click away', async () => {
    await table.shows('Desynced')
    const all = await table.count('Desynced')
    const odd = await table.names()
    expect(odd.length).toBeLessThan(all)
    await ada.sees(`${odd.length} are not expected. ${all - odd.length} are expected.`)
    await ada.follows(`Show the ${all - odd.length} as well`)
    await expect.poll(async () => (await table.names()).length).toBe(Math.min(all, 100))
    await ada.picks('Reason', 'Leaver of the top year, expected')
    await ada.sees(/^Year \d+ leaver, expected$/)
    await ada.isAt(/reason=top_year/)
    await ada.follows('Clear filters')
  })

  it('UX C8 rows are found by what a sync would change', async () => {
    await table.shows('Synced')
    await ada.picks('What changes', 'Name')
    await ada.isAt(/changes=name/)
    await expect.poll(async () => (await table.names()).length).toBeLessThan(100)
    await ada.follows('Clear filters')
  })

  it('UX C8 a page has as many rows as somebody chose, also after they come back; the whole list is a file', async () => {
    await table.shows('Synced')
    await ada.picks('Rows per page', '50')
    await expect.poll(async () => (await table.names()).length).toBe(50)
    await ada.reloads()
    await expect.poll(async () => (await table.names()).length).toBe(50)
    await ada.picks('Rows per page', '100')
    await expect.poll(async () => (await table.names()).length).toBe(100)
    await ada.picks('What changes', 'Name')
    await ada.isAt(/changes=name/)
    await expect.poll(async () => (await table.names()).length).toBeLessThan(50)
    const shown = (await table.names()).length
    await table.opensListMenu()
    const [file] = await Promise.all([page.waitForEvent('download'), ada.presses('Download list')])
    const text = await readFile(await file.path(), 'utf8')
    expect(file.suggestedFilename()).toBe('review.csv')
    expect(text.trimEnd().split('\r\n')).toHaveLength(shown + 1)
    await ada.follows('Clear filters')
  })

  it('UX d4: Y decides a May match, the focus goes to the next, which is painted within 100 ms', async () => {
    await table.shows('Needs a decision')
    const [first = '', second = '', third = '', fourth = ''] = await table.names()
    const focusIsOn = (name: string) => expect.poll(() => page.evaluate<string>('document.activeElement.textContent')).toBe(name)
    await table.nameOf(first).focus()
    // the quicker of two: the machine has other work as well
    const one = await page.evaluate<number>(`(${PAINTED_AFTER_KEY})('y')`)
    await table.isDecided(first, 'Matched')
    await focusIsOn(second)
    const two = await page.evaluate<number>(`(${PAINTED_AFTER_KEY})('y')`)
    await table.isDecided(second, 'Matched')
    await focusIsOn(third)
    expect(Math.min(one, two)).toBeLessThan(100)
    await keys.presses('n')
    await table.isDecided(third, 'Unmatched')
    await focusIsOn(fourth)
    await table.isSaved()
  })

  it('UX d22: Ctrl+Z takes back and Ctrl+Shift+Z puts back, with buttons that say what', async () => {
    const waiting = await table.count('Needs a decision')
    await keys.presses('Control+z')
    await table.hasCount('Needs a decision', waiting + 1)
    await keys.presses('Control+z')
    await table.hasCount('Needs a decision', waiting + 2)
    await keys.presses('Control+Shift+Z')
    await table.hasCount('Needs a decision', waiting + 1)
    await ada.presses(/^Redo: unmatched /)
    await table.hasCount('Needs a decision', waiting)
    expect(await named(page, 'button', /^Redo/).count()).toBe(0)
    await table.isSaved()
  })

  it('UX C8 Go back to here undoes what came after', async () => {
    const waiting = await table.count('Needs a decision')
    await ada.presses('Your decisions')
    const dialog = named(page, 'dialog', 'Decisions in this run')
    await named(dialog, 'button', /^Go back to here: Matched: .* Undoes the 1 decision after it$/).click()
    await table.hasCount('Needs a decision', waiting + 1)
    await ada.presses(/^Redo: /)
    await table.hasCount('Needs a decision', waiting)
  })

  it('UX d16: whoever closes the tab after a decision finds all of them, with the same row in view', async () => {
    const [, , , fourth = ''] = await table.names()
    const waiting = await table.count('Needs a decision')
    await table.nameOf(fourth).click()
    await table.detailsOf(fourth).waitFor()
    await table.isSaved()
    const again = await somebody(browser, server, { as: agent })
    await again.opens(ada.address())
    const there = reviewTable(again)
    await there.detailsOf(fourth).waitFor()
    await there.hasCount('Needs a decision', waiting)
    await again.close()
  })

  it('UX d34: letters do nothing outside the table, in a field, or once they are switched off', async () => {
    await table.shows('New')
    await table.isSaved()
    const before = await server.ask('select 1 from decision where ended_at is null')
    const unchanged = async (): Promise<void> => {
      await table.isSaved()
      expect(await server.ask('select 1 from decision where ended_at is null')).toEqual(before)
    }
    await page.getByRole('heading', { level: 1 }).focus()
    await keys.presses('y', 'n', 'i', 'l', 'm', 'e', 'j')
    await unchanged()
    await page.getByLabel(/^Search by name/).focus()
    await keys.presses('n', 'i', 'l')
    await unchanged()
    await ada.follows('Clear filters')
    await table.isShowing('New')
    const [first = ''] = await table.names()
    await table.nameOf(first).focus()
    await keys.presses('?')
    await named(page, 'dialog', 'Keyboard shortcuts').getByLabel('Switch letter shortcuts off').check()
    await keys.presses('Escape')
    await table.nameOf(first).focus()
    await keys.presses('i', 'l', 'n')
    await unchanged()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})

/** Presses a key where the focus is, and gives the milliseconds until a frame shows the focus somewhere else. */
const PAINTED_AFTER_KEY = `(key) => new Promise((resolve) => {
  const from = document.activeElement
  const start = performance.now()
  const look = () => (document.activeElement === from ? requestAnimationFrame(look) : requestAnimationFrame(() => resolve(performance.now() - start)))
  from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  requestAnimationFrame(look)
})`
