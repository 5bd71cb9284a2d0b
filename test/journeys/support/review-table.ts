import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { named, type Person } from './person.ts'

/** The filters of the review table, by the words of their chips. */
type Filter = 'Needs a decision' | 'New' | 'May match' | 'Matched' | 'Synced' | 'Desynced' | 'Not matched' | 'Left out' | 'Ignored' | 'All'

/** The review table in front of somebody. */
export interface ReviewTable {
  /** The names that the rows are called by, in their order. */
  names(): Promise<readonly string[]>
  /** The row of somebody. */
  rowOf(name: string): Locator
  /** The button that is the name of a row and opens its details. */
  nameOf(name: string): Locator
  /** What stands under a row when it is open. */
  detailsOf(name: string): Locator
  /** The one name in the table that Tab reaches. */
  readonly tabStop: Locator
  /** Opens what can be done with the list as a whole. */
  opensListMenu(): Promise<void>
  /** The link of a filter. */
  chip(filter: Filter): Locator
  /** Waits until the rows are those of a filter. */
  isShowing(filter: Filter): Promise<void>
  /** Shows the rows of a filter, and waits for them. */
  shows(filter: Filter): Promise<void>
  /** The number on a filter's chip. */
  count(filter: Filter): Promise<number>
  /** Waits until a filter has this number. */
  hasCount(filter: Filter, count: number): Promise<void>
  /** Waits until a row says that this was decided. */
  isDecided(name: string, words: string): Promise<void>
  /** Waits until everything that was decided has reached the server. */
  isSaved(): Promise<void>
}

/** The table of people that somebody reviews. */
export function reviewTable({ page }: Person): ReviewTable {
  const rows = page.locator('tr[data-place]')
  const chips = page.getByRole('navigation', { name: 'Filter by status' })
  const chip = (filter: Filter): Locator => chips.getByRole('link', { name: new RegExp(`^${filter} [\\d,]+$`) })
  const count = async (filter: Filter): Promise<number> => Number((await chip(filter).innerText()).replaceAll(',', '').slice(filter.length))
  const nameOf = (name: string): Locator => named(page, 'button', name).and(page.locator('[name=open]'))
  const rowOf = (name: string): Locator => rows.filter({ has: nameOf(name) })
  const isShowing = (filter: Filter): Promise<void> =>
    page
      .getByRole('table', { name: new RegExp(`rows?, ${filter}$`) })
      .and(page.locator(':not(.is-old)'))
      .waitFor()
  return {
    rowOf,
    nameOf,
    count,
    names: async () => {
      await rows.first().waitFor()
      return rows.locator('[name=open]').allInnerTexts()
    },
    detailsOf: (name) => page.getByRole('region', { name: `Details of ${name}` }),
    opensListMenu: () => page.locator('summary', { hasText: 'Columns and download' }).click(),
    chip,
    tabStop: page.locator('tr.is-current [name=open]'),
    isShowing,
    shows: async (filter) => {
      await chip(filter).click()
      await isShowing(filter)
    },
    hasCount: async (filter, expected) => {
      await expect.poll(() => count(filter), { timeout: 15_000 }).toBe(expected)
    },
    isDecided: (name, words) => rowOf(name).locator('.decided').filter({ hasText: words }).waitFor(),
    isSaved: async () => {
      await expect.poll(() => page.evaluate<boolean>(NOTHING_WAITS), { timeout: 15_000 }).toBe(true)
    },
  }
}

/** A page asks before it is left while something has not been saved: whoever asks it to be left sees whether it would. */
const NOTHING_WAITS = `window.dispatchEvent(new Event('beforeunload', { cancelable: true }))`
