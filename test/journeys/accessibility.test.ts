import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { watchApply } from '../crash/watch-apply.ts'
import type { Agent } from '../support/agent.ts'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { isComplete } from './support/is-complete.ts'
import { pageFaults } from './support/page-faults.ts'
import { named, type Person, somebody } from './support/person.ts'
import { reviewTable } from './support/review-table.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const visitor = await somebody(browser, server)
const watch = await watchApply(server.server)
afterAll(() => watch.close())

/** Two minutes for one page: three looks at it in each of three widths, on a slow machine. */
const WAIT = 120_000
const IN = '/s/$school'
/** When each page is looked at: before there is an account, before a sync, while one is reviewed, carried out, and after it. */
const PAGES = {
  setUp: ['/', '/setup/$code'],
  outside: ['/sign-in', '/reset', '/reset/$token', '/invite/$token', '/help', '/accessibility', '/help/shortcuts', '/system/kit'],
  before: ['/schools', '/account', IN, `${IN}/sync`, `${IN}/sync/connect`],
  review: [
    ...[
      '',
      '/connect',
      '/staff',
      '/years',
      '/registration',
      '/subjects',
      '/pupils/choose',
      '/pupils',
      '/decide/$row',
      '/first',
      '/review',
    ].map((it) => `${IN}/sync${it}`),
    ...['people/pupils', 'people/teachers', 'people/$person', 'people/$person/why', 'people/missing', 'classes', 'classes/$class'].map(
      (it) => `${IN}/${it}`,
    ),
    `${IN}/people/duplicates`,
    ...[
      'settings/team',
      'settings/school',
      'settings/schedule',
      'settings/calendar',
      'settings/limits',
      'settings/matching',
      'settings/messages',
    ].map((it) => `${IN}/${it}`),
  ],
  syncing: [`${IN}/sync/progress`],
  after: [
    ...[
      `${IN}/sync/done`,
      `${IN}/history`,
      `${IN}/history/$run`,
      `${IN}/history/compare`,
      `${IN}/history/uploads`,
      `${IN}/sanity-checks`,
      `${IN}/sanity-checks/$check`,
    ],
    ...[
      `${IN}/holds`,
      `${IN}/holds/$run`,
      `${IN}/people/leavers`,
      `${IN}/people/access`,
      `${IN}/people/deleted`,
      `${IN}/year-groups`,
      `${IN}/rehearsal`,
    ],
  ],
} as const
/** Addresses without a page of their own, and where they lead. */
const REDIRECTS: Readonly<Record<string, RegExp>> = { [`${IN}/people`]: /\/people\/pupils$/, [`${IN}/settings`]: /\/settings\/team$/ }
const params: Record<string, string> = {}

const addressOf = (route: string): string => route.replace(/\$(\w+)/g, (_, name: string) => params[name] ?? '')

async function looksAt(person: Person, route: string): Promise<readonly string[]> {
  await person.opens(addressOf(route))
  // the page of all parts shows on purpose how a page looks while it loads
  if (route === '/system/kit') await person.page.getByRole('heading', { level: 1 }).waitFor()
  else await isComplete(person)
  return pageFaults(person.page)
}

it('every page that the application knows is looked at', async () => {
  const file = new URL('../../web/router.tsx', import.meta.url).href
  // its types are another program's, which has those of the browser
  const { router }: { router: { routesByPath: Readonly<Record<string, unknown>> } } = await import(file)
  const routes = Object.keys(router.routesByPath).map((it) => it.replace(/(.)\/$/, '$1'))
  const looked = new Set<string>([...Object.values(PAGES).flat(), ...Object.keys(REDIRECTS)])
  expect([...new Set(routes)].filter((it) => !looked.has(it))).toEqual([])
  expect([...looked].filter((it) => !routes.includes(it))).toEqual([])
})

describe('before set-up', () => {
  beforeAll(() => {
    params['code'] = server.setUpCode
  })

  it.each(PAGES.setUp)('%s', { timeout: WAIT }, async (route) => {
    expect(await looksAt(visitor, route)).toEqual([])
  })

  it('the next steps of set-up, and what they say of an empty form', { timeout: WAIT }, async () => {
    await visitor.chooses('Set up a trust or district')
    await visitor.presses('Continue')
    await visitor.presses('Continue')
    await visitor.seesHeading('There is a problem')
    expect(await pageFaults(visitor.page)).toEqual([])
  })
})

describe('a September school', () => {
  let agent: Agent
  let ada: Person
  beforeAll(async () => {
    const made = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' })
    agent = made.agent
    const where = { params: { school: made.school } }
    const { link } = await agent.call('team.invite', { ...where, body: { email: 'tom@school.example.test', role: 'deputy' } })
    const [person] = (await agent.call('people.list', { ...where, query: { kind: 'pupil' } })).items
    const [group] = (await agent.call('classes.list', { ...where, query: {} })).items
    Object.assign(params, {
      check: 'person_not_linked',
      school: made.school,
      token: link?.split('/').at(-1),
      person: person?.id,
      class: group?.id,
    })
    ada = await somebody(browser, server, { as: agent })
  }, WAIT)
  const school = () => ({ school: params['school'] ?? '' })
  const run = () => ({ ...school(), run: params['run'] ?? '' })

  it.each(PAGES.outside)('signed out: %s', { timeout: WAIT }, async (route) => {
    expect(await looksAt(visitor, route)).toEqual([])
  })

  it.each(PAGES.before)('before a sync: %s', { timeout: WAIT }, async (route) => {
    expect(await looksAt(ada, route)).toEqual([])
  })

  it.each(Object.entries(REDIRECTS))('%s leads on', async (route, to) => {
    await ada.opens(addressOf(route))
    await ada.isAt(to)
  })

  describe('in review', () => {
    beforeAll(async () => {
      params['run'] = (await agent.call('runs.start', { params: school(), body: { scope: 'all' } })).id
      await ada.opens(`/s/${params['school']}/sync`)
      await ada.page.getByRole('list', { name: 'Steps of this sync' }).waitFor()
      const rows = await agent.call('runs.rows', {
        params: { school: params['school'] ?? '', run: params['run'] },
        query: { kind: 'pupil', filter: 'needs_decision' },
      })
      params['row'] = rows.items[0]?.id ?? ''
    })

    it.each(PAGES.review)('%s', { timeout: WAIT }, async (route) => {
      expect(await looksAt(ada, route)).toEqual([])
    })

    it('UX-E3 a full page of the table, with details open', { timeout: WAIT }, async () => {
      await ada.opens(`/s/${params['school']}/sync/pupils?show=all`)
      const table = reviewTable(ada)
      const [first = ''] = await table.names()
      await table.nameOf(first).press('Enter')
      await ada.page.getByRole('columnheader', { name: 'For or against' }).waitFor()
      expect(await pageFaults(ada.page)).toEqual([])
    })

    it.each([
      ['m', /^Match /],
      ['?', 'Keyboard shortcuts'],
    ])('the dialog of the key %s', { timeout: WAIT }, async (key, title) => {
      await reviewTable(ada).tabStop.press(key)
      await named(ada.page, 'dialog', title).waitFor()
      await isComplete(ada)
      expect(await pageFaults(ada.page)).toEqual([])
      await ada.page.keyboard.press('Escape')
    })
  })

  it.each(PAGES.syncing)('while it is carried out: %s', { timeout: WAIT }, async (route) => {
    await ada.opens(`/s/${params['school']}/sync/review`)
    await ada.presses('Leave them out this time')
    await ada.seesHeading('Check before you sync')
    expect(await pageFaults(ada.page)).toEqual([])
    const { hash } = await agent.call('runs.plan', { params: run(), body: { mayMatch: 'leave_out' } })
    const unblock = await watch.block('directory_change')
    await agent.call('runs.apply', { params: run(), body: { planHash: hash } })
    await watch.untilItWaits('muster start')
    expect(await looksAt(ada, `${route}?run=$run`)).toEqual([])
    await unblock()
    await ada.seesHeading('Sync finished')
  })

  it.each(PAGES.after)('afterwards: %s', { timeout: WAIT }, async (route) => {
    expect(await looksAt(ada, route.endsWith('/done') ? `${route}?run=$run` : route)).toEqual([])
  })
})
