import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { keyboardOf } from './support/keyboard.ts'
import { pageFaults } from './support/page-faults.ts'
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
const table = reviewTable(ada)
const card = ada.page.locator('.decide-card')
const heldOf = async () => (await card.getAttribute('aria-label')) ?? ''

describe('one at a time', () => {
  it('UX C8 opens at the first that waits, with what speaks for and against it', async () => {
    await ada.opens(`/s/${school}/sync`)
    await startsTheSync(ada)
    await ada.opens(`/s/${school}/sync/pupils`)
    const [first = ''] = await table.names()
    await ada.follows('Decide one at a time')
    await ada.seesHeading('Pupils, one at a time')
    await ada.isAt(/\/sync\/decide\/[0-9a-f-]{36}/)
    expect(await heldOf()).toBe(`Details of ${first}`)
    await card.getByRole('columnheader', { name: 'For or against' }).waitFor()
    await card.getByRole('cell', { name: 'same', exact: true }).first().waitFor()
    await named(card, 'button', 'Show the numbers').click()
    await card
      .locator('.evidence-column')
      .getByText(/[+−]\d+\.\d bits/)
      .first()
      .waitFor()
  })

  it('UX C8 Y, N and S decide and go on to the next, whose heading has the focus; Ctrl+Z and Ctrl+Shift+Z work here too', async () => {
    const waiting = Number(/^(\d+) left\.$/.exec(await ada.page.locator('.table-how [role=status]').innerText())?.[1])
    const left = (count: number) => ada.sees(`${count} left.`)
    await card.getByRole('heading', { level: 2 }).focus()
    const first = await heldOf()
    await keys.presses('y')
    await left(waiting - 1)
    await expect.poll(heldOf).not.toBe(first)
    await expect.poll(() => ada.page.evaluate<string>('document.activeElement.tagName')).toBe('H2')
    await ada.sees(`2 of ${waiting}`)
    await keys.presses('n')
    await left(waiting - 2)
    await ada.sees(`3 of ${waiting}`)
    await keys.presses('s')
    await ada.sees(`4 of ${waiting}`)
    await left(waiting - 2)
    await keys.presses('Control+z')
    await left(waiting - 1)
    await keys.presses('Control+Shift+Z')
    await left(waiting - 2)
    await table.isSaved()
    await keys.presses('m')
    await named(ada.page, 'dialog', /^Match /).waitFor()
    await keys.presses('Escape')
  })

  it('Back goes to the row before, and the table is one link away', async () => {
    const now = await heldOf()
    await ada.goesBack()
    await expect.poll(heldOf).not.toBe(now)
    await ada.follows('Show the table')
    await table.isShowing('Needs a decision')
  })

  it('UX C8 on a phone those that wait come one at a time; the table stands ready without a fault', { timeout: 60_000 }, async () => {
    const phone = await somebody(browser, server, { as: agent, width: 320, height: 640 })
    await phone.opens(`/s/${school}/sync/pupils`)
    await phone.seesHeading('Pupils, one at a time')
    await phone.page.locator('.narrow-evidence').first().waitFor()
    expect(await pageFaults(phone.page)).toEqual([])
    await phone.follows('Show the table')
    await phone.page.locator('tr[data-place]').first().waitFor()
    expect(await pageFaults(phone.page)).toEqual([])
    await phone.close()
  })
})
