import { beforeAll, describe, expect, it } from 'vitest'
import type { Vocabulary } from '../../src/wording/index.ts'
import type { Agent } from '../support/agent.ts'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { isComplete } from './support/is-complete.ts'
import { type Person, somebody } from './support/person.ts'

const WAIT = 240_000
/** Nouns that only the other vocabulary has. */
const FOREIGN: Readonly<Record<Vocabulary, RegExp>> = {
  'en-US': /\b(MIS|UPNs?|pupils?|year[ -]groups?|registration class(es)?|forenames?|admission numbers?|e-mails?|e-mailed)\b/gi,
  'en-GB': /\b(SIS|students?|homerooms?|grades?|first names?|student IDs?|email(?!\.))\b/gi,
}
const PLACEHOLDER = /\{[A-Za-z_]+\}/g
/** Pages outside of schools that somebody with a school reads in its words. */
const OUTSIDE = ['/help', '/accessibility', '/help/shortcuts', '/schools']
/** Where a school chooses its words, both stand side by side. */
const CHOICE = ['UK: MIS, pupil, year group, registration class', 'US: SIS, student, grade, homeroom']
/** Pages that say something else after a sync. */
const AFTERWARDS = /done|history|sanity|people|leavers|classes|rehearsal|sync$/
/** Everything that is read of a page: what is seen, and what is only heard. */
const EVERY_TEXT = `[document.title, document.body.innerText, ...[...document.querySelectorAll('[aria-label], [placeholder], [title], [data-label]')]
  .flatMap((it) => [it.ariaLabel, it.placeholder, it.title, it.dataset.label])].filter(Boolean).join(' | ')`

/** Every page of a school that the application knows. */
async function routesOfSchool(): Promise<readonly string[]> {
  const file = new URL('../../web/router.tsx', import.meta.url).href
  // its types are another program's, which has those of the browser
  const { router }: { router: { routesByPath: Readonly<Record<string, unknown>> } } = await import(file)
  return Object.keys(router.routesByPath).filter((it) => it.startsWith('/s/$school'))
}

const routes = await routesOfSchool()

describe.each(['en-GB', 'en-US'] as const)('UX-D40 a school that speaks %s', (vocabulary) => {
  const params: Record<string, string> = {}
  let agent: Agent
  let person: Person
  const addressOf = (route: string): string => route.replace(/\$(\w+)/g, (_, name: string) => params[name] ?? '')

  beforeAll(async () => {
    const server = await testServer()
    const made = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary })
    agent = made.agent
    const where = { params: { school: made.school } }
    const [pupil] = (await agent.call('people.list', { ...where, query: { kind: 'pupil' } })).items
    const [group] = (await agent.call('classes.list', { ...where, query: {} })).items
    Object.assign(params, { school: made.school, person: pupil?.id, class: group?.id, check: 'person_not_linked' })
    person = await somebody(await testBrowser(server.url), server, { as: agent })
  }, WAIT)

  const where = () => ({ params: { school: params['school'] ?? '' } })
  const inRun = () => ({ params: { school: params['school'] ?? '', run: params['run'] ?? '' } })

  /** Words of the other vocabulary on these pages, each with where it stands. */
  async function foreignWords(addresses: readonly string[]): Promise<readonly string[]> {
    const found: string[] = []
    for (const address of addresses) {
      await person.opens(address)
      await isComplete(person)
      await person.page.evaluate("document.querySelectorAll('main details').forEach((it) => { it.open = true })")
      // what a line shows when it is opened is drawn then
      await isComplete(person)
      const read = await person.page.evaluate<string>(EVERY_TEXT)
      const text = CHOICE.reduce((rest, it) => rest.replaceAll(it, ''), read)
      for (const hit of [...text.matchAll(FOREIGN[vocabulary]), ...text.matchAll(PLACEHOLDER)])
        found.push(`${address}: ${text.slice(Math.max(0, hit.index - 50), hit.index + 40).replaceAll('\n', ' ')}`)
    }
    return [...new Set(found)]
  }

  it('says so on every page before a sync and in review', { timeout: WAIT }, async () => {
    params['run'] = (await agent.call('runs.start', { ...where(), body: { scope: 'all' } })).id
    await expect.poll(async () => (await agent.call('runs.read', inRun())).state, { timeout: 20_000 }).toBe('reviewing')
    const rows = await agent.call('runs.rows', { ...inRun(), query: { kind: 'pupil', filter: 'needs_decision' } })
    params['row'] = rows.items[0]?.id ?? ''
    const all = ['pupils', 'staff'].map((it) => `/s/$school/sync/${it}?show=all`)
    const open = `/s/$school/sync/pupils?row=${params['row']}`
    expect(await foreignWords([...OUTSIDE, ...routes, ...all, open].map(addressOf))).toEqual([])
  })

  it('says so on every page after it', { timeout: WAIT }, async () => {
    const { hash } = await agent.call('runs.plan', { ...inRun(), body: { mayMatch: 'leave_out' } })
    await agent.call('runs.apply', { ...inRun(), body: { planHash: hash } })
    await expect.poll(async () => (await agent.call('runs.read', inRun())).state, { timeout: 60_000 }).toBe('applied')
    expect(await foreignWords([...routes.filter((it) => AFTERWARDS.test(it)), '/s/$school/sync/done?run=$run'].map(addressOf))).toEqual([])
  })
})
