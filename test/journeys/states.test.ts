import { afterEach, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const ada = await somebody(browser, server, { as: agent })
const { page } = ada

/** The pages stand still in these states: between the widest and the narrowest nothing else is there to be seen. */
const WIDTHS = [1366, 320]
/** Three looks at a page in each width, on a slow machine. */
const WAIT = 90_000
const NOBODY = '0198f2a0-0000-7000-8000-000000000000'
const API = /\/v1\/schools\//
const FAULT = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', status: 500, code: 'request.fault', title: 'Muster could not answer', cure: 'Try again.' }),
}

/** Every page of a school that the application knows, whoever adds one. */
async function pagesOfSchool(): Promise<readonly string[]> {
  const file = new URL('../../web/router.tsx', import.meta.url).href
  // its types are another program's, which has those of the browser
  const { router }: { router: { routesByPath: Readonly<Record<string, unknown>> } } = await import(file)
  const routes = Object.keys(router.routesByPath).map((it) => it.replace(/(.)\/$/, '$1'))
  return [...new Set(routes)].filter((it) => it.startsWith('/s/$school') && !['/s/$school/people', '/s/$school/settings'].includes(it))
}

const addressOf = (route: string): string => {
  const path = route.replace('$school', school).replace(/\$\w+/g, NOBODY)
  return path.includes('/sync') ? `${path}?run=${NOBODY}` : path
}
const pages = await pagesOfSchool()
/** Where somebody has to type first, nothing is read before. */
const reading = pages.filter((it) => !it.endsWith('/missing'))
afterEach(() => page.unrouteAll({ behavior: 'ignoreErrors' }))

describe('a page before the server has answered', () => {
  it.each(reading)('UX-26 says that it is loading: %s', { timeout: WAIT }, async (route) => {
    await page.route(API, () => undefined) // the answer never comes
    await ada.opens(addressOf(route))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: /…|taking longer|read/ })
      .first()
      .waitFor()
    expect(await pageFaults(page, WIDTHS)).toEqual([])
  })
})

describe('a page whose server has a fault', () => {
  it.each(reading)('UX-26 says so, and offers to try again: %s', { timeout: WAIT }, async (route) => {
    await ada.whileServerIsAway(async () => {
      await page.route(API, (it) => it.fulfill(FAULT))
      await ada.opens(addressOf(route))
      await page.getByRole('alert').filter({ hasText: 'Try again' }).first().waitFor()
      await page.getByText('Reference request.fault').first().waitFor()
      expect(await pageFaults(page, WIDTHS)).toEqual([])
      await page.unrouteAll({ behavior: 'ignoreErrors' })
    })
  })
})

describe('a page of a school in which there is nothing yet', () => {
  it.each(pages)('UX-26 says why it is empty: %s', { timeout: WAIT }, async (route) => {
    await ada.opens(addressOf(route))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.getByRole('status').filter({ hasText: /…$/ }).count()).toBe(0)
    expect(await pageFaults(page, WIDTHS)).toEqual([])
  })
})
