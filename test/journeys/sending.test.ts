import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { oneRoster, zipped } from '../support/packages.ts'
import { testServer } from '../support/server.ts'
import { somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const named = (name: string) => ({ name: `${name} School`, externalId: name, vocabulary: 'en-GB' as const })
const { agent, school } = await server.setUp({ kind: 'group', name: 'Trust', schools: [named('oak'), named('elm')] })
const ada = await somebody(browser, server, { as: agent })
const { page } = ada
/** Whether the browser would ask before it closes the page. */
const asksFirst = () =>
  page.evaluate<boolean>(
    "(() => { const it = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(it); return it.defaultPrevented })()",
  )

describe('S-151 while a file is on its way', () => {
  it('the page says to keep it open and the browser asks before it closes; once it is there, neither', async () => {
    const zip = await zipped(oneRoster([{ id: 'p1', first: 'Nadia', last: 'Fernbank', grade: '7', classes: ['7A'] }]))
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    await page.route('**/v1/schools/*/uploads', async (route) => {
      await gate
      await route.continue()
    })
    await ada.opens(`/s/${school}/sync/connect`)
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByLabel(/choose it:/).click()])
    await chooser.setFiles({ name: 'roster.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) })
    await ada.sees('Keep this page open until the file has been sent.')
    expect(await asksFirst()).toBe(true)
    open()
    await ada.sees('roster.zip was read')
    expect(await asksFirst()).toBe(false)
  })
})

describe('S-150 while a file waits to be read', () => {
  it('the page says how many uploads come before it, and counts down by itself', async () => {
    const run = await agent.call('runs.start', { params: { school }, body: { scope: 'all' } })
    await expect
      .poll(async () => (await agent.call('runs.read', { params: { school, run: run.id } })).state, { timeout: 20_000 })
      .toBe('reviewing')
    await server.ask(`update run set state = 'queued', created_at = now() where id = '${run.id}'`)
    await server.ask(`insert into run (school_id, id, purpose, scope, state, options, result, actor, created_at, changed_at)
      select id, '01990000-0000-7000-8000-000000000001', 'sync', 'all', 'queued', '{}', '{}', 'schedule', now() - interval '1 hour', now()
      from school where code <> '${school}'`)
    await ada.opens(`/s/${school}/sync`)
    await ada.sees('1 upload before yours.')
    await server.ask("update run set state = 'discarded' where id = '01990000-0000-7000-8000-000000000001'")
    await ada.sees('Yours is next.')
  })
})
