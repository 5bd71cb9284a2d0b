import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../scripts/browser.mjs'
import { type Agent, newAgent } from '../test/support/agent.ts'
import { type Figure, figure, median, startProduct, temporaryFolder } from './measure.ts'
import { readVitals, type Vitals, WATCH, worst } from './web-vitals.ts'

const ROUNDS = 5
const DECISIONS = 12
const KILOBYTE = 1_000
const THROTTLED = 4
const ASK_EVERY_MILLISECONDS = 30
const SEARCHES = ['Smith', 'Jones', 'Patel', 'Khan', 'Evans', 'Baker']
/** Longer than any search takes: nothing changes in the dialog after it. */
const SETTLED_MILLISECONDS = 1_500

/** The pages in a real browser: the review table of a made-up school of 1,200 pupils, and what the first page loads. */
export async function benchWeb(): Promise<readonly Figure[]> {
  const product = startProduct(['start', '--data', path.join(temporaryFolder('web'), 'data'), '--port', '0'])
  const browser = await launchBrowser()
  try {
    const [url = '', link = ''] = await linksOf(product)
    const agent = newAgent(url)
    const review = await reviewOf(agent, link.split('/').at(-1) ?? '')
    const open = (): Promise<BrowserContext> => signedIn(browser, agent, url)
    return [
      ...(await benchLoad(browser, url)),
      ...(await benchReview(open, `${url}${review}`, 1)),
      ...(await benchReview(open, `${url}${review}`, THROTTLED)),
    ]
  } finally {
    await browser.close()
    const ended = new Promise((resolve) => product.on('close', resolve))
    product.kill('SIGTERM')
    await ended
  }
}

/** The two addresses that `muster start` prints: its own, and that of set-up. */
function linksOf(product: ChildProcess): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    let said = ''
    product.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const links = said.match(/http:\S+/g) ?? []
      if (links.length >= 2) resolve(links)
    })
    product.on('close', () => reject(new Error('muster start ended')))
  })
}

/** Makes a September school up and starts its sync. Gives the path of its table. */
async function reviewOf(agent: Agent, code: string): Promise<string> {
  const account = { name: 'Bea Bench', email: 'bench@school.example.test', password: 'a long enough password' }
  const start = { kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' } as const
  const { school } = await agent.call('setUp.finish', { body: { code, account, start } })
  const { id: run } = await agent.call('runs.start', { params: { school }, body: { scope: 'all' } })
  while ((await agent.call('runs.read', { params: { school, run } })).state !== 'reviewing') await new Promise(setImmediate)
  return `/s/${school}/sync/pupils?run=${run}`
}

async function signedIn(browser: Browser, agent: Agent, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const [name = '', value = ''] = agent.cookie().split('=')
  await context.addCookies([{ name, value, url }])
  return context
}

/** What the first page of somebody who has never been here loads. */
async function benchLoad(browser: Browser, url: string): Promise<readonly Figure[]> {
  const page = await browser.newPage()
  const sizes = { js: 0, css: 0, elsewhere: 0 }
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    const { origin, pathname } = new URL(response.url())
    if (origin !== url) sizes.elsewhere += 1
    const kind = pathname.endsWith('.js') ? 'js' : pathname.endsWith('.css') ? 'css' : undefined
    const add = async (): Promise<void> => {
      if (kind === undefined) return
      // read first, then added: others add while it is read
      const { length } = gzipSync(await response.body())
      sizes[kind] += length
    }
    reading.push(add())
  })
  await page.goto(`${url}/sign-in`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await Promise.all(reading)
  await page.close()
  return [
    atMost('first page: JavaScript (gzip)', Math.ceil(sizes.js / KILOBYTE), 150, ' kB'),
    atMost('first page: CSS (gzip)', Math.ceil(sizes.css / KILOBYTE), 20, ' kB'),
    atMost('first page: requests to another origin', sizes.elsewhere, 0, ''),
  ]
}

/** The table as people meet it, and with 100 rows of 1,400: loaded into an empty browser, then worked in by key and by mouse. */
async function benchReview(open: () => Promise<BrowserContext>, address: string, throttle: number): Promise<readonly Figure[]> {
  const rounds: Vitals[] = []
  const usual: number[] = []
  let elements = 0
  for (let round = 0; round < ROUNDS; round++) {
    usual.push((await visit(open, { address, throttle })).vitals.firstRow)
    const seen = await visit(open, { address: `${address}&show=all`, throttle, isWorkedIn: round === 0 })
    rounds.push(seen.vitals)
    elements = Math.max(elements, seen.elements)
  }
  const [worked] = rounds
  const { painted = [], interactions = [], longTasks = [], searches = [] } = worked ?? {}
  const at = throttle === 1 ? '' : `, processor slowed ${throttle} times`
  const paint = throttle === 1 ? 100 : 200
  return [
    figure(`review table: navigation to first row painted${at}`, median(usual), 's', 1),
    figure(`review table, 100 rows: the same${at}`, median(rounds.map((it) => it.firstRow)), 's', 1),
    figure(`review table, 100 rows: largest contentful paint${at}`, median(rounds.map((it) => it.largestPaint)), 's', 2),
    atMost(`review table: layout shift (CLS)${at}`, Math.max(...rounds.map((it) => it.shift)), 0.05, ''),
    figure(`review table: key to decision painted, middle of ${DECISIONS}${at}`, median(painted), 'ms', paint),
    figure(`review table: interaction to next paint, 95 of 100 of ${interactions.length}${at}`, worst(interactions), 'ms', 200),
    figure(`Match dialog: last key to people painted, 95 of 100 of ${searches.length}${at}`, worst(searches), 'ms', 300),
    figure(`review table: longest task after the first row${at}`, Math.max(0, ...longTasks), 'ms', 250),
    ...(throttle === 1 ? [atMost('review table, 100 rows: elements', elements, 3_000, '')] : []),
  ]
}

interface Visit {
  readonly address: string
  readonly throttle: number
  readonly isWorkedIn?: boolean
}

async function visit(
  open: () => Promise<BrowserContext>,
  { address, throttle, isWorkedIn = false }: Visit,
): Promise<{ readonly vitals: Vitals; readonly elements: number }> {
  const context = await open()
  const page = await throttledPage(context, throttle)
  await page.addInitScript(WATCH)
  await page.goto(address)
  await until(page, 'window.firstRow > 0')
  const elements = await page.evaluate<number>(`document.querySelectorAll('*').length`)
  if (isWorkedIn) {
    await workIn(page)
    await searchIn(page)
  }
  const vitals = await readVitals(page)
  await context.close()
  return { vitals, elements }
}

async function throttledPage(context: BrowserContext, rate: number): Promise<Page> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return page
}

/** Decides, takes everything back, ticks, opens details, filters and turns a page: once each thing that people do here. */
async function workIn(page: Page): Promise<void> {
  await page.locator('tr[data-place="0"] [name=open]').focus()
  for (let decision = 1; decision <= DECISIONS; decision++) {
    await page.keyboard.press('y')
    await until(page, `window.painted.length === ${decision}`)
  }
  for (let decision = 1; decision <= DECISIONS; decision++) await page.keyboard.press('Control+z')
  await until(page, `document.querySelector('.is-settled') === null`)
  await until(page, `window.dispatchEvent(new Event('beforeunload', { cancelable: true }))`) // all is saved
  for (const key of ['Space', 'ArrowDown', 'Space', 'Enter', 'Escape', 'Shift+ArrowDown', 'ArrowUp']) await page.keyboard.press(key)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next page' }).click()
  await until(page, `document.querySelector('table.is-old') === null`)
  await page.getByRole('navigation', { name: 'Filter by status' }).getByRole('link', { name: /^New/ }).click()
  await until(page, `document.querySelector('table.is-old') === null`)
}

/** Searches in the Match dialog of the first row, as somebody types. */
async function searchIn(page: Page): Promise<void> {
  await page.locator('tr[data-place="0"] [name=open]').click()
  await page
    .getByRole('region', { name: /^Details of / })
    .getByRole('button', { name: 'Match…' })
    .click()
  const field = page.getByRole('dialog').getByRole('searchbox')
  for (const name of SEARCHES) {
    await field.fill('')
    await setTimeout(SETTLED_MILLISECONDS)
    await field.pressSequentially(name, { delay: 60 })
    await setTimeout(SETTLED_MILLISECONDS)
    await page.evaluate('window.searches.push(window.searched.found - window.searched.at)')
  }
}

/** Waits until something holds in the page; asks seldom, so that asking is no work for it. */
async function until(page: Page, holds: string): Promise<void> {
  while (!(await page.evaluate<boolean>(holds))) await setTimeout(ASK_EVERY_MILLISECONDS)
}

function atMost(what: string, value: number, max: number, unit: string): Figure {
  return {
    what,
    measured: `${value.toLocaleString('en-GB')}${unit}`,
    asked: max === 0 ? '0' : `≤ ${max.toLocaleString('en-GB')}${unit}`,
    isMet: value <= max,
  }
}
