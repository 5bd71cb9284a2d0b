import { beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { FIRST, testServer } from '../support/server.ts'
import { isComplete } from './support/is-complete.ts'
import { named, type Person, somebody } from './support/person.ts'

const WAIT = 60_000
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()

/** A form, and what somebody types who gets it wrong: fields by their id. */
interface Form {
  readonly at: string
  readonly button: string
  readonly typed: Readonly<Record<string, string>>
  /** The fields that are wrong, in their order. */
  readonly wrong: readonly string[]
}

const OUTSIDE: readonly Form[] = [
  { at: '/sign-in', button: 'Sign in', typed: { email: FIRST.email }, wrong: ['password'] },
  { at: '/reset', button: 'Send the link', typed: {}, wrong: ['email'] },
]
const INSIDE: readonly Form[] = [
  { at: '/account', button: 'Change my password', typed: { password: 'short' }, wrong: ['present', 'password'] },
  { at: `/s/${school}/settings/team`, button: 'Invite', typed: {}, wrong: ['invite-email', 'invite-role'] },
  {
    at: `/s/${school}/settings/school`,
    button: 'Save the changes',
    typed: { 'school-name': ' ', 'school-externalId': '9351' },
    wrong: ['school-name'],
  },
  { at: `/s/${school}/settings/schedule`, button: 'Pause until then', typed: {}, wrong: ['pause-until'] },
  { at: `/s/${school}/settings/limits`, button: 'Save the limits', typed: { 'limit-smallKind': 'ten' }, wrong: ['limit-smallKind'] },
  { at: `/s/${school}/people/missing`, button: 'Search', typed: {}, wrong: ['missing-name'] },
]

/** What stands in the fields of the page, in their order. */
const VALUES = `[...document.querySelectorAll('main input, main select, main textarea')].map((it) => it.type === 'radio' || it.type === 'checkbox' ? it.checked : it.value)`
const FOCUSED = 'document.activeElement.id || document.activeElement.className'

async function getsItWrong({ page, ...person }: Person, { at, button, typed, wrong }: Form): Promise<void> {
  await person.opens(at)
  await isComplete({ page, ...person })
  const submit = named(page, 'button', button)
  await submit.waitFor()
  for (const [id, text] of Object.entries(typed)) await page.locator(`[id="${id}"]`).fill(text)
  await submit.focus()
  // leaving a field says nothing: errors come with the word to go on
  expect(await page.locator('.error-summary, [aria-invalid=true]').count()).toBe(0)
  const before = await page.evaluate<readonly unknown[]>(VALUES)
  await page.keyboard.press('Enter')
  const summary = page.locator('.error-summary')
  await summary.waitFor()
  await expect.poll(() => page.evaluate<string>(FOCUSED)).toBe('error-summary')
  await expect.poll(() => page.title()).toMatch(/^Error: /)
  const links = summary.getByRole('link')
  expect(await links.evaluateAll((all) => all.map((it) => it.getAttribute('href')))).toEqual(wrong.map((it) => `#${it}`))
  expect(await page.evaluate(VALUES)).toEqual(before)
  for (const [index, id] of wrong.entries()) {
    await links.nth(index).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate<boolean>(`document.activeElement.closest('[id="${id}"]') !== null`)).toBe(true)
    const said = await links.nth(index).innerText()
    // the same words stand at the field
    expect(await page.locator('main').getByText(said, { exact: false }).count()).toBeGreaterThan(1)
  }
}

describe('UX-40 a form', () => {
  let visitor: Person
  let ada: Person
  beforeAll(async () => {
    visitor = await somebody(browser, server)
    ada = await somebody(browser, server, { as: agent })
    // what is off cannot be paused
    const where = { params: { school } }
    const { version: ifMatch } = await agent.call('schedule.read', where)
    await agent.call('schedule.change', {
      ...where,
      ifMatch,
      body: { mode: 'check', time: '05:00', days: [1, 2, 3, 4, 5], onlyInTerm: false },
    })
  }, WAIT)

  it.each(OUTSIDE)(
    'signed out, $at: errors only after $button, a summary that leads to the fields, nothing typed is lost',
    {
      timeout: WAIT,
    },
    async (form) => getsItWrong(visitor, form),
  )

  it.each(INSIDE)(
    '$at: errors only after $button, a summary that leads to the fields, nothing typed is lost',
    {
      timeout: WAIT,
    },
    async (form) => getsItWrong(ada, form),
  )
})
