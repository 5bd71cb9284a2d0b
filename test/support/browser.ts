import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect } from 'vitest'
import { launchBrowser } from '../../scripts/browser.mjs'
import { watchPage } from './watch-page.ts'

/** How somebody looks at pages. */
export interface Look {
  /** In pixels; 1366 where nothing is said. */
  readonly width?: number
  readonly height?: number
  readonly colours?: 'light' | 'dark'
}

/** A page in a browser of somebody's own: nobody else has its cookies. */
export interface Window {
  readonly page: Page
  /** Lets the server be away while `work` goes on: what cannot be reached then is nobody's fault. */
  whileServerIsAway<Value>(work: () => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

/** A real browser for one test file. */
export interface TestBrowser {
  open(look?: Look): Promise<Window>
}

const WAIT_MILLISECONDS = 45_000
const LATER_ROWS = 'tbody > tr:nth-child(n + 26)'
const NODES_TOLD_MAX = 3
const TOLD_MAX = 1_500
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Starts Chromium for the calling test file. Call it at the top of the file. After each test it looks at what the pages
 * have said: an error in the console, a breach of the content security policy, a request to another origin or an answer
 * that is no answer fails the test.
 */
export async function testBrowser(origin: string): Promise<TestBrowser> {
  const browser = await launchBrowser()
  const faults: string[] = []
  const pages = new Set<Page>()
  afterEach(async ({ task }) => {
    expect(faults.splice(0)).toEqual([])
    if (task.result?.state === 'fail')
      throw new Error(`The pages as the test left them:\n${(await Promise.all([...pages].map(told))).join('\n')}`)
  })
  afterAll(() => browser.close())
  return {
    open: async ({ width = 1366, height = 768, colours = 'light' } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: colours,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(WAIT_MILLISECONDS)
      const page = await context.newPage()
      pages.add(page)
      page.on('close', () => pages.delete(page))
      const watch = watchPage(page, { origin, onFault: (fault) => faults.push(fault) })
      return {
        page,
        whileServerIsAway: watch.whileServerIsAway,
        close: async () => {
          await context.close()
          // a window that was behind another one goes on painting; it may be closing as well
          for (const left of pages) await left.bringToFront().catch(() => undefined)
        },
      }
    },
  }
}

/** A page in words, for who reads why a test failed. The people on it are invented. */
async function told(page: Page): Promise<string> {
  const text = await page
    .locator('body')
    .innerText({ timeout: 2_000 })
    .catch(() => '')
  return `${page.url()}: ${text.slice(0, TOLD_MAX)}`
}

/**
 * What axe-core finds wrong with a page as it stands: by its rules for WCAG 2.2 AA and best practice, or by these alone. Of long tables it
 * looks at the first rows: those after them are made alike.
 */
export async function axe(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .exclude(LATER_ROWS)
    .setLegacyMode() // without frames
  const { violations } = await (rules === undefined ? builder.withTags(AXE_TAGS) : builder.withRules([...rules])).analyze()
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, NODES_TOLD_MAX).map((it) => it.html.slice(0, 200))
    return `${id}: ${help}: ${nodes.length} times: ${where.join(' | ')}`
  })
}
