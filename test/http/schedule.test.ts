import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { RouteAnswer, RouteBody } from '../../src/contract/index.ts'
import { oneRoster } from '../support/packages.ts'
import { aPupil, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const params = { school }
const PEOPLE = [aPupil('p1', 'Nadia', 'Fernbank'), aPupil('p2', 'Tomas', 'Hollow')]
const NIGHTLY: RouteBody<'schedule.change'> = { mode: 'check', time: '02:30', days: [1, 2, 3, 4, 5, 6, 7], onlyInTerm: false }

const read = () => agent.call('schedule.read', { params })
const set = async (body: RouteBody<'schedule.change'>) => agent.call('schedule.change', { params, ifMatch: (await read()).version, body })

/** Waits until the last check has ended. */
async function checked(): Promise<NonNullable<RouteAnswer<'schedule.read'>['lastCheck']>> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const { lastCheck } = await read()
    if (lastCheck !== null && lastCheck.state !== 'waiting') return lastCheck
    await sleep(25)
  }
  throw new Error('The check did not end.')
}

describe('the schedule of a school (D30)', () => {
  it('is off at first, and says nothing of a next check', async () => {
    expect(await read()).toMatchObject({ mode: 'off', time: '02:00', nextAt: null, paused: null, lastCheck: null, version: 0 })
    expect(await agent.call('home.read', { params })).toMatchObject({ schedule: { mode: 'off', nextAt: null }, lastCheck: null })
  })

  it('is set by who has seen it, and Home says when the next check comes', async () => {
    const now = await set(NIGHTLY)
    expect(now).toMatchObject({ ...NIGHTLY, timeZone: 'Europe/London', version: 1, hasTerms: false })
    const next = Date.parse(now.nextAt ?? '')
    expect(next - Date.now()).toBeGreaterThan(0)
    expect(next - Date.now()).toBeLessThan(25 * 3_600_000)
    const shown = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }).format(next)
    expect(shown).toBe('02:30')
    expect((await agent.call('home.read', { params })).schedule).toMatchObject({ mode: 'check', nextAt: now.nextAt })
    await expect(agent.call('schedule.change', { params, ifMatch: 0, body: NIGHTLY })).rejects.toMatchObject({
      problem: { status: 412, code: 'version.changed' },
    })
  })

  it.each([
    ['no such time', { ...NIGHTLY, time: '24:00' }],
    ['no such day', { ...NIGHTLY, days: [8] }],
    ['no day at all', { ...NIGHTLY, days: [] }],
  ])('refuses %s', async (_, body) => {
    await expect(set(body)).rejects.toMatchObject({ problem: { status: 422 } })
  })

  it('is paused until a day, and resumed by a person', async () => {
    await expect(agent.call('schedule.pause', { params, body: { until: '2001-01-01' } })).rejects.toMatchObject({
      problem: { code: 'schedule.pause_over' },
    })
    const paused = await agent.call('schedule.pause', { params, body: { until: '2999-01-01' } })
    expect(paused).toMatchObject({ nextAt: null, paused: { by: 'Ada Example', why: 'person', until: '2999-01-01' } })
    expect(await agent.call('schedule.resume', { params })).toMatchObject({ paused: null, nextAt: expect.stringMatching(/Z$/) })
  })

  it('keeps to the calendar, in which periods are added, changed and removed', async () => {
    const body = { kind: 'closed', name: 'All holidays', from: '2001-01-01', to: '2999-01-01' } as const
    const [added] = (await agent.call('calendar.add', { params, body })).periods
    expect((await read()).nextAt).toBeNull()
    const at = { ...params, period: added?.id ?? '' }
    const backwards = agent.call('calendar.change', { params: at, body: { ...body, to: '2000-01-01' } })
    await expect(backwards).rejects.toMatchObject({ problem: { status: 422 } })
    const changed = await agent.call('calendar.change', { params: at, body: { ...body, kind: 'term', name: 'One term' } })
    expect(changed.periods).toMatchObject([{ kind: 'term', name: 'One term', from: '2001-01-01' }])
    expect(await read()).toMatchObject({ hasTerms: true, nextAt: expect.stringMatching(/Z$/) })
    expect((await agent.call('calendar.remove', { params: at })).periods).toEqual([])
    expect((await set({ ...NIGHTLY, onlyInTerm: true })).nextAt).toBeNull()
    await set(NIGHTLY)
  })

  it('every change of it is in the audit, in digests', async () => {
    const acts = await server.ask<{ action: string }>(
      "select distinct action from audit_entry where action ~ '^(schedule|calendar)' order by 1",
    )
    expect(acts.map((it) => it.action)).toEqual(['calendar.changed', 'schedule.changed', 'schedule.paused', 'schedule.resumed'])
  })

  it('is seen by a viewer, who can change nothing and start nothing', async () => {
    const fay = await server.join(agent, school, { role: 'viewer', name: 'Fay Lund' })
    expect(await fay.call('schedule.read', { params })).toMatchObject({ mode: 'check' })
    expect((await fay.call('home.read', { params })).schedule).toMatchObject({ mode: 'check' })
    const starts = fay.call('checks.start', { params, body: { source: 'newest_upload' } })
    await expect(starts).rejects.toMatchObject({ problem: { status: 403 } })
  })
})

describe('a check that a person asks for', () => {
  const start = () => agent.call('checks.start', { params, body: { source: 'newest_upload' } })

  it('is refused where nothing has been uploaded', async () => {
    await expect(start()).rejects.toMatchObject({ problem: { code: 'run.no_data' } })
  })

  it('prepares the plan behind the button of Home (point 1): from there two more acts finish the sync', async () => {
    const first = await ada.start(PEOPLE)
    await ada.savePanels(first)
    await ada.sync(first)
    await server.upload(agent, school, oneRoster([...PEOPLE, aPupil('p3', 'Orla', 'Penwick')]))
    expect((await start()).purpose).toBe('check')
    expect(await checked()).toMatchObject({ by: 'Ada Example', state: 'checked', changes: 1, pupils: 0, holds: 0, failure: null })
    const { run } = await agent.call('runs.open', { params })
    if (run === null) throw new Error('No sync was prepared.')
    await ada.settled(run, ['ready'])
    const home = await agent.call('home.read', { params })
    expect(home).toMatchObject({ sentence: { code: 'ready_to_sync' }, next: 'sync', openRun: { id: run.id, state: 'ready' } })
    const { hash, changes } = await ada.plan(run)
    expect(changes).toBe(1)
    const applied = await agent.call('runs.apply', { params: { school, run: run.id }, body: { planHash: hash } })
    expect(await ada.settled(applied, ['applied'])).toMatchObject({ counts: { created: 1 } })
  })

  it('stands in the history as a check', async () => {
    const { items } = await agent.call('runs.list', { params, query: {} })
    expect(items.find((it) => it.purpose === 'check')).toMatchObject({ state: 'checked', mayUndoUntil: null })
  })

  it('can be neither undone nor discarded once it has looked', async () => {
    const { run } = await checked()
    const at = { params: { school, run } }
    await expect(agent.call('runs.undo', at)).rejects.toMatchObject({ problem: { code: 'run.nothing_to_undo' } })
    await expect(agent.call('runs.discard', at)).rejects.toMatchObject({ problem: { code: 'run.not_discardable' } })
  })
})
