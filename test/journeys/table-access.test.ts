import { beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { hasFocus } from './support/keyboard.ts'
import { named, somebody } from './support/person.ts'
import { reviewTable } from './support/review-table.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' })
const ada = await somebody(browser, server, { as: agent })
const { page } = ada
const table = reviewTable(ada)
const WAIT = 60_000
let run = ''

/** What has the focus, in a word. */
const focused = (): Promise<string> =>
  page.evaluate(`document.activeElement === document.body ? 'nothing' : document.activeElement.outerHTML.slice(0, 80)`)

beforeAll(async () => {
  run = (await reviewerAt(server, agent, school).startAgain()).id
}, WAIT)

/** Opens the table of pupils with everybody in it. */
async function opensTheTable(show = 'all'): Promise<void> {
  await ada.opens(`/s/${school}/sync/pupils?run=${run}&show=${show}`)
  await page.locator('tr[data-place]').first().waitFor()
}

describe('the table of people', () => {
  it('UX-32 takes at most 30 stops of Tab from its first filter to Save and continue, whatever the number of rows', {
    timeout: WAIT,
  }, async () => {
    await opensTheTable()
    await expect.poll(() => page.locator('tr[data-place]').count()).toBeGreaterThanOrEqual(100)
    await page.getByRole('navigation', { name: 'Filter by status' }).getByRole('link').first().focus()
    const last = named(page, 'button', 'Save and continue')
    let stops = 0
    while (!(await hasFocus(page, last)) && stops <= 40) {
      await page.keyboard.press('Tab')
      stops += 1
    }
    expect(stops).toBeLessThanOrEqual(30)
  })

  it('UX-33 what has the focus is never under the header or the bar, down through every row', { timeout: WAIT }, async () => {
    await opensTheTable()
    await table.tabStop.focus()
    const hidden: string[] = []
    for (let row = 0; row < 99; row += 1) {
      await page.keyboard.press('ArrowDown')
      const why = await page.evaluate<string | null>(HIDDEN)
      if (why !== null) hidden.push(why)
    }
    for (let row = 0; row < 99; row += 1) {
      await page.keyboard.press('ArrowUp')
      const why = await page.evaluate<string | null>(HIDDEN)
      if (why !== null) hidden.push(why)
    }
    expect(hidden).toEqual([])
  })

  it('UX-34 its letters do nothing outside of it, nor in a field, and nothing at all once they are switched off', {
    timeout: WAIT,
  }, async () => {
    await opensTheTable('needs_decision')
    const [first = ''] = await table.names()
    const isUndecided = async (): Promise<boolean> => (await table.rowOf(first).locator('.decided').count()) === 0
    const search = page.getByRole('searchbox').first()
    await search.fill('')
    await search.press('n')
    expect([await search.inputValue(), await isUndecided()]).toEqual(['n', true])
    await opensTheTable('needs_decision')
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('n')
    expect(await isUndecided()).toBe(true)
    await table.tabStop.focus()
    await page.keyboard.press('?')
    const dialog = named(page, 'dialog', 'Keyboard shortcuts')
    await dialog.getByLabel('Switch letter shortcuts off').check()
    await named(dialog, 'button', 'Close').first().click()
    await table.tabStop.focus()
    await page.keyboard.press('n')
    expect(await isUndecided()).toBe(true)
    await page.evaluate('localStorage.clear()')
  })

  it('UX-35 after a decision the focus is on a row, and after a dialog on what opened it, never on nothing', {
    timeout: WAIT,
  }, async () => {
    await opensTheTable('needs_decision')
    await table.tabStop.focus()
    for (const key of ['y', 'n', 'Control+z', 'Control+z']) {
      await page.keyboard.press(key)
      expect(await focused(), `after ${key}`).toContain('row-name')
    }
    for (const key of ['m', '?']) {
      const before = await focused()
      await page.keyboard.press(key)
      await page.locator('dialog[open]').waitFor()
      for (let tab = 0; tab < 25; tab += 1) {
        await page.keyboard.press('Tab')
        const isInside = await page.evaluate(
          `document.activeElement.closest('dialog[open]') !== null || document.activeElement === document.body`,
        )
        expect(isInside, `Tab ${tab} in the dialog of ${key}`).toBe(true)
      }
      await page.keyboard.press('Escape')
      await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
      expect(await focused(), `after the dialog of ${key}`).toBe(before)
    }
    await table.isSaved()
  })

  it('UX-36 every control of a row says whose it is, and no two of a row say the same', { timeout: WAIT }, async () => {
    await opensTheTable()
    const rows =
      await page.evaluate<readonly { readonly person: string; readonly names: readonly string[]; readonly header: boolean }[]>(ROWS)
    expect(
      rows.filter((it) => !it.header || new Set(it.names).size < it.names.length || it.names.some((name) => !name.includes(it.person))),
    ).toEqual([])
    expect(await page.locator('thead th:not([scope=col])').count()).toBe(0)
    const sorts = page.getByRole('columnheader').getByRole('link').or(page.getByRole('columnheader').getByRole('button'))
    await sorts.first().click()
    await expect.poll(() => page.locator('th[aria-sort=ascending]').count()).toBe(1)
    await sorts.first().click()
    await expect.poll(() => page.locator('th[aria-sort=descending]').count()).toBe(1)
  })

  it('UX-37 a decision is told once, without moving the focus away, and a difference as was and now', { timeout: WAIT }, async () => {
    await opensTheTable('needs_decision')
    await page.evaluate(LISTEN)
    await table.tabStop.focus()
    await page.keyboard.press('y')
    await expect.poll(() => page.evaluate('window.told.length')).toBeGreaterThan(0)
    await table.isSaved()
    await page.keyboard.press('Control+z')
    await table.isSaved()
    const told = await page.evaluate<readonly string[]>('window.told')
    expect(told.filter((it, at) => it === told[at - 1])).toEqual([])
    expect(told.join(' ')).toMatch(/Kept matched\..*left/)
    const diff = page.locator('td del').first()
    expect(await diff.textContent()).toMatch(/^was /)
    expect(await page.locator('td ins').first().textContent()).toMatch(/^now /)
  })
})

/** Runs in the page: why what has the focus cannot be seen; null: it can. */
const HIDDEN = `(() => {
  const it = document.activeElement
  const { top, bottom, left, width } = it.getBoundingClientRect()
  const at = document.elementFromPoint(left + width / 2, (top + bottom) / 2)
  if (top < 0 || bottom > innerHeight) return it.textContent + ' is outside of the window'
  return at !== null && (at === it || it.contains(at) || at.contains(it)) ? null : it.textContent + ' is under ' + (at?.className ?? 'nothing')
})()`

/** Runs in the page: the names of the controls of each row. */
const ROWS = `[...document.querySelectorAll('tr[data-place]')].map((row) => ({
  person: row.querySelector('[name=open]').textContent.trim(),
  header: row.querySelector('th[scope=row] [name=open]') !== null,
  names: [...row.querySelectorAll('input, button')].map((it) => it.getAttribute('aria-label') ?? it.textContent.trim()),
}))`

/** Runs in the page: notes everything that is told to who listens. */
const LISTEN = `(() => {
  window.told = []
  for (const region of document.querySelectorAll('[role=status].visually-hidden')) {
    new MutationObserver(() => { if (region.textContent !== '') window.told.push(region.textContent) }).observe(region, { childList: true, characterData: true, subtree: true })
  }
})()`
