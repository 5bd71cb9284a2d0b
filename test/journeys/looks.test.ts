import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { named, type Person, somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' })
const ada = await somebody(browser, server, { as: agent })
const { page } = ada
const pageColour = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor')
const WHITE = 'rgb(255, 255, 255)'
const DARK = 'rgb(20, 24, 29)'
const WAIT = 60_000

/** Opens the menu of the account and picks how the pages look. */
async function picks(list: string, option: string): Promise<void> {
  await page.locator('header summary').click()
  await ada.picks(list, option)
  await page.keyboard.press('Escape')
}

/** Puts these styles over those of the page, as somebody's own browser does. */
async function styled(css: string): Promise<void> {
  await page.evaluate(
    `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets = [sheet] }`,
  )
}

describe('the look of the pages', () => {
  it('follows the device, and a choice in the account menu comes before it and stays', async () => {
    await ada.opens(`/s/${school}`)
    await ada.seesHeading('Home')
    expect(await pageColour()).toBe(WHITE)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(pageColour).toBe(DARK)
    await picks('Colours', 'Light')
    await expect.poll(pageColour).toBe(WHITE)
    await page.emulateMedia({ colorScheme: 'light' })
    await picks('Colours', 'Dark')
    await expect.poll(pageColour).toBe(DARK)
    await ada.reloads()
    await ada.seesHeading('Home')
    expect(await pageColour()).toBe(DARK)
    await picks('Colours', 'As your device')
    await expect.poll(pageColour).toBe(WHITE)
  })

  it('has more contrast where that is chosen, and where the device asks for it', async () => {
    const muted = (): Promise<string> => page.evaluate(`getComputedStyle(document.querySelector('.muted')).color`)
    await ada.opens(`/s/${school}`)
    await page.locator('.tiles').waitFor()
    const usual = await muted()
    await page.emulateMedia({ contrast: 'more' })
    await expect.poll(muted).not.toBe(usual)
    const more = await muted()
    await page.emulateMedia({ contrast: 'no-preference' })
    await picks('Contrast', 'More')
    await expect.poll(muted).toBe(more)
    await picks('Contrast', 'As your device')
  })
})

describe('the status of a person', () => {
  it('UX-28 is a word, an icon of its own shape and a border, without any colour and without any style', async () => {
    await ada.opens('/system/kit')
    await ada.seesHeading('Parts of the pages')
    const tags = page.locator('.list-table .tag')
    await tags.first().waitFor()
    const words = await tags.allInnerTexts()
    const icons = await tags.locator('svg').evaluateAll((found) => found.map((it) => it.innerHTML))
    expect([words.length, new Set(words).size, new Set(icons).size]).toEqual([7, 7, 7])
    await styled('html { filter: grayscale(1) }')
    const pictures = await Promise.all((await tags.locator('svg').all()).map(async (it) => (await it.screenshot()).toString('base64')))
    expect(new Set(pictures).size).toBe(7)
    await page.evaluate('for (const sheet of document.styleSheets) sheet.disabled = true')
    expect((await tags.allInnerTexts()).map((it) => it.trim())).toEqual(words.map((it) => it.trim()))
  })
})

describe('on paper', () => {
  /** What can be seen of a page when it is printed. */
  const seen = (selector: string): Promise<number> =>
    page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].filter((it) => it.checkVisibility()).length`)

  it('UX-39 Review prints every record behind every line, and nothing to press', { timeout: WAIT }, async () => {
    const { id: run } = await agent.call('runs.start', { params: { school }, body: { scope: 'all' } })
    await expect.poll(async () => (await agent.call('runs.read', { params: { school, run } })).state, { timeout: 20_000 }).toBe('reviewing')
    await ada.opens(`/s/${school}/sync/review?run=${run}`)
    await ada.presses('Leave them out this time')
    await ada.seesHeading('Check before you sync')
    const plan = await agent.call('runs.plan', { params: { school, run }, body: { mayMatch: 'leave_out' } })
    const rows = plan.lines.reduce((sum, it) => sum + it.count, 0)
    await printsAll(ada)
    await page.emulateMedia({ media: 'print' })
    expect(await seen('.only-print tbody tr')).toBe(rows)
    expect(rows).toBeGreaterThan(1_000)
    expect([await seen('.header'), await seen('.footer'), await seen('main button'), await seen('.plan-line')]).toEqual([0, 0, 0, 0])
    await page.emulateMedia({ media: 'screen' })
    expect(await seen('.only-print tbody tr')).toBe(0)
    await agent.call('runs.discard', { params: { school, run } })
  })

  it('UX-39 a run of History prints every change that it made', { timeout: WAIT }, async () => {
    const { items } = await agent.call('runs.list', { params: { school }, query: {} })
    const run = items.find((it) => it.state === 'applied')?.id ?? ''
    const { total } = await agent.call('runs.changes', { params: { school, run }, query: {} })
    await ada.opens(`/s/${school}/history/${run}`)
    await printsAll(ada)
    await page.emulateMedia({ media: 'print' })
    expect(await seen('.list-table tbody tr')).toBe(total)
    expect(total).toBeGreaterThan(250)
    expect([await seen('.header'), await seen('.pager'), await seen('main button')]).toEqual([0, 0, 0])
    await page.emulateMedia({ media: 'screen' })
  })
})

async function printsAll(person: Person): Promise<void> {
  await person.page.evaluate('window.print = () => { window.wasPrinted = true }')
  await named(person.page, 'button', 'Print all rows').click()
  await expect.poll(() => person.page.evaluate('window.wasPrinted'), { timeout: 30_000 }).toBe(true)
}

describe('zoom and spacing', () => {
  const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`
  const PAGES = ['', '/people/pupils', '/classes', '/history', '/settings/team', '/settings/school', '/sync']

  it.each(PAGES)('UX-30 nothing is lost at 200 % and with more space in the text: %s', async (path) => {
    await ada.opens(`/s/${school}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.getByText('Loading').count()).toBe(0)
    for (const width of [683, 320]) {
      await page.setViewportSize({ width, height: 768 })
      expect(await page.evaluate(LOST), `at ${width} px`).toEqual([])
      await styled(SPACED)
      expect(await page.evaluate(LOST), `at ${width} px, spaced`).toEqual([])
      await styled('')
    }
    await page.setViewportSize({ width: 1366, height: 768 })
  })
})

/** Runs in the page: what cannot be reached or is cut off. */
const LOST = `(() => {
  const lost = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) lost.push('scrolls sideways: ' + root.scrollWidth)
  for (const it of document.querySelectorAll('main *')) {
    if (!it.checkVisibility() || it.closest('.visually-hidden, svg') || [...function* () { for (let up = it; up; up = up.parentElement) yield up }()].some((up) => up.getBoundingClientRect().width <= 1)) continue
    const style = getComputedStyle(it)
    const isCut = style.overflow !== 'visible' && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
    if (isCut && !['INPUT', 'SELECT', 'TEXTAREA'].includes(it.tagName)) lost.push('cut off: ' + it.outerHTML.slice(0, 120))
    const { right } = it.getBoundingClientRect()
    if (right > root.clientWidth + 1) lost.push('out of sight: ' + it.outerHTML.slice(0, 120))
  }
  return lost.slice(0, 6)
})()`
