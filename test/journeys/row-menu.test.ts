import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { hasFocus } from './support/keyboard.ts'
import { named, somebody } from './support/person.ts'
import { reviewTable } from './support/review-table.ts'
import { inOneStory } from './support/story.ts'
import { startsTheSync } from './support/wizard.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' })
const ada = await somebody(browser, server, { as: agent })
const { page } = ada
const table = reviewTable(ada)

const menuOf = (name: string) => table.rowOf(name).locator('summary')
/** Chooses something in the menu of a row, by the keyboard alone. */
async function chooses(name: string, words: string): Promise<void> {
  await table.nameOf(name).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const item = named(table.rowOf(name), 'button', words)
  await item.waitFor()
  for (let presses = 0; presses < 8 && !(await hasFocus(page, item)); presses += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

describe('the menu of a row (UX C8)', () => {
  it('is one button of the row, by its name; arrows go through it, Escape closes it and leaves the row open to keys', async () => {
    await ada.opens(`/s/${school}/sync`)
    await startsTheSync(ada)
    await ada.opens(`/s/${school}/sync/pupils?show=new`)
    await table.isShowing('New')
    const [first = '', second = ''] = await table.names()
    expect(await menuOf(first).getAttribute('aria-label')).toBe(`More for ${first}`)
    await table.nameOf(first).focus()
    await page.keyboard.press('ArrowRight')
    expect(await hasFocus(page, menuOf(first))).toBe(true)
    await page.keyboard.press('ArrowDown')
    expect(await hasFocus(page, menuOf(second))).toBe(true)
    await page.keyboard.press('Enter')
    await named(table.rowOf(second), 'button', 'Never import').waitFor()
    await page.keyboard.press('Escape')
    await named(table.rowOf(second), 'button', 'Never import').waitFor({ state: 'detached' })
    expect(await hasFocus(page, menuOf(second))).toBe(true)
  })

  it('C15 never imports somebody New: they stand under Ignored, until somebody stops ignoring them', async () => {
    const [first = ''] = await table.names()
    const before = await table.count('New')
    await chooses(first, 'Never import')
    await table.isDecided(first, 'Never imported')
    await table.isSaved()
    await table.hasCount('New', before - 1)
    await table.shows('Ignored')
    expect(await table.names()).toEqual([first])
    await chooses(first, 'Stop ignoring')
    await table.isDecided(first, 'No longer left out')
    await table.isSaved()
    await table.hasCount('New', before)
  })

  it('leaves a Synced row out once, which Undo takes back; Open record leads to the person', async () => {
    await table.shows('Synced')
    const [first = ''] = await table.names()
    await chooses(first, 'Leave out once')
    await table.isDecided(first, 'Left out of this sync')
    await table.isSaved()
    await page.keyboard.press('Control+z')
    await table.rowOf(first).getByText('Left out of this sync').waitFor({ state: 'detached' })
    await menuOf(first).click()
    await named(table.rowOf(first), 'link', 'Open record').click()
    await ada.isAt(/\/people\/[0-9a-f-]{36}$/)
    await page.getByRole('heading', { level: 1, name: first }).waitFor()
  })
})
