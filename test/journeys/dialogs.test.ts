import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { isComplete } from './support/is-complete.ts'
import { type Person, somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const WAIT = 300_000
/** Buttons of one page that say the same open the same dialog. */
const BUTTONS_A_PAGE = 24
const params: Record<string, string> = {}
const seen = new Set<string>()
let ada: Person

/** The buttons of the page that can be pressed, by what they say; a table's rows repeat those of its first. */
const BUTTONS = `[...document.querySelectorAll('main button, .action-bar button')].flatMap((it) => {
  const isFree = !it.disabled && it.checkVisibility() && it.closest('tbody tr:nth-child(n + 2)') === null && it.type === 'button'
  return isFree ? [[it.textContent.replace(/\\d+/g, 'n'), it]] : []
})`
/** What the page can open with a button: each wording once. */
const OPENERS = `[...new Map(${BUTTONS}).keys()]`
/** Focuses the first button that says this and presses it, and says whether there is one. */
const press = (words: string): string => `(() => {
  const [, it] = ${BUTTONS}.find(([said]) => said === ${JSON.stringify(words)}) ?? []
  if (it === undefined) return false
  window.opener_ = it
  it.focus()
  it.click()
  return true
})()`
const SHOWN = `document.querySelector('dialog[open] h2')?.textContent ?? null`
const IS_INSIDE = `document.querySelector('dialog[open]')?.contains(document.activeElement) === true`
const IS_BACK = `document.activeElement === window.opener_ || (!window.opener_.isConnected && document.activeElement !== document.body)`

/** What is wrong with the dialog that is shown: where the focus is, and whether Escape closes it. */
async function faultsOfDialog(): Promise<readonly string[]> {
  const { page } = ada
  const faults: string[] = []
  if (!(await page.evaluate<boolean>(IS_INSIDE))) faults.push('the focus does not go in')
  for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key)
    // between its last and its first control a browser's own bar may have it, which a page sees as nothing
    const isOutside = await page.evaluate<boolean>(`!(${IS_INSIDE}) && document.activeElement !== document.body`)
    if (isOutside) faults.push(`${key} leads out of it`)
  }
  await page.keyboard.press('Escape')
  await expect
    .poll(() => page.evaluate<string | null>(SHOWN), { timeout: 3_000 })
    .toBeNull()
    .catch(() => faults.push('Escape does not close it'))
  if (!(await page.evaluate<boolean>(IS_BACK))) faults.push('the focus does not go back to its opener')
  return faults
}

/** Presses every button of a page, each on the page as it was, and gives what is wrong with the dialogs that open. */
async function walks(address: string): Promise<readonly string[]> {
  const { page } = ada
  const found: string[] = []
  const open = async (): Promise<void> => {
    await ada.opens(address)
    await isComplete(ada)
  }
  // the items of a menu are there a moment after it was opened
  const openers = async (before?: string): Promise<readonly string[]> => {
    await page.evaluate("document.querySelectorAll('main details').forEach((it) => { it.open = true })")
    await page.waitForTimeout(100)
    const now = await page.evaluate<string[]>(OPENERS)
    return now.join() === before ? now : openers(now.join())
  }
  await open()
  const shown = page.url()
  for (const opener of (await openers()).slice(0, BUTTONS_A_PAGE)) {
    await vi.waitUntil(async () => (await openers()).includes(opener) && page.evaluate<boolean>(press(opener)), { timeout: 20_000 })
    const title = await dialogAfter()
    if (title !== null) {
      seen.add(title)
      found.push(...(await faultsOfDialog()).map((it) => `${address}: "${title}", opened by "${opener}": ${it}`))
    }
    // what pressed something else, or has gone elsewhere, begins again
    if (title === null || page.url() !== shown) await open()
  }
  return found
}

/** The title of the dialog that opens now, or null where none does. */
async function dialogAfter(): Promise<string | null> {
  const { page } = ada
  await page
    .locator('dialog[open]')
    .waitFor({ timeout: 1_500 })
    .catch(() => undefined)
  return page.evaluate<string | null>(SHOWN)
}

describe('UX-35 every dialog that a button opens: the focus goes in and stays, Escape closes it, the focus goes back', () => {
  const inSchool = (path: string): string => `/s/${params['school']}${path}`

  beforeAll(async () => {
    const { agent, school } = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' })
    const where = { params: { school } }
    const [person] = (await agent.call('people.list', { ...where, query: { kind: 'pupil' } })).items
    const [group] = (await agent.call('classes.list', { ...where, query: {} })).items
    await agent.call('team.invite', { ...where, body: { email: 'tom@school.example.test', role: 'deputy' } })
    const { id: run } = await agent.call('runs.start', { ...where, body: { scope: 'all' } })
    await vi.waitUntil(async () => (await agent.call('runs.read', { params: { school, run } })).state === 'reviewing', { timeout: 60_000 })
    Object.assign(params, { school, run, person: person?.id, class: group?.id })
    ada = await somebody(browser, server, { as: agent })
    // nothing is done: whatever a button asks for is refused
    await ada.page.route('**/v1/**', (route) =>
      ['GET', 'HEAD'].includes(route.request().method()) || /\/(plan|presence)$/.test(new URL(route.request().url()).pathname)
        ? route.continue()
        : route.fulfill({
            status: 409,
            contentType: 'application/problem+json',
            body: JSON.stringify({ type: 'about:blank', title: 'Refused', status: 409, code: 'run.busy', cure: 'Wait.' }),
          }),
    )
  }, WAIT)

  it.each([
    ['/sync/pupils?show=all', ['Columns and rows', /^Match /]],
    ['/sync/staff?show=all', ['Columns and rows', 'Decisions in this run', /^Match /]],
    ['/sync', ['Discard this run?']],
    ['/people/$person', [/^Manage .+ by hand\?$/]],
    ['/classes/$class', [/^Description of /]],
  ])('%s', { timeout: WAIT }, async (path, dialogs) => {
    seen.clear()
    expect(await walks(inSchool(path).replace(/\$(\w+)/g, (_, name: string) => params[name] ?? ''))).toEqual([])
    expect([...seen]).toEqual(expect.arrayContaining(dialogs.map((it) => expect.stringMatching(it))))
  })
})
