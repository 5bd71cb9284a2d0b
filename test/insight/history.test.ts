import { describe, expect, it } from 'vitest'
import { oneRoster, writePackage } from '../support/packages.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ADA = { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7', classes: ['7A'] }
const BEN = { id: 'p2', first: 'Ben', last: 'Okafor', grade: '7', classes: ['7A'] }

const sync = (...who: Parameters<typeof oneRoster>[0]) =>
  server.sync(writePackage(server.folder, oneRoster(who, { id: 'oak', name: 'Oak School' })))
const home = () => agent.call('home.read', { params: { school } })
const changes = (run: string, query: object = {}) => agent.call('runs.changes', { params: { school, run }, query })

describe('what happened in a school', () => {
  it('Home before anything: there is nothing to sync', async () => {
    expect(await home()).toMatchObject({ sentence: { code: 'no_data' }, next: 'upload', hasData: false, lastApplied: null })
  })

  it('S-138 history: a run’s changes as people read them, found by name', async () => {
    await sync(ADA, BEN)
    const { school: told } = await sync({ ...ADA, last: 'Bell', grade: '8', classes: ['8B'] }, { id: '', first: 'No', last: 'Id' })
    const run = String(told.run)
    const runs = await agent.call('runs.list', { params: { school }, query: { state: 'applied' } })
    expect(runs.items.map((it) => it.id)).toEqual([run, expect.any(String)])
    expect(runs.items[0]).toMatchObject({
      isFirst: false,
      isInteractive: false,
      format: 'oneroster-1.1',
      undoneBy: null,
      purpose: 'sync',
    })
    expect(runs.items[0]?.counts).toMatchObject({ updated: 1 })
    expect(runs.items[0]?.seconds).toBeGreaterThanOrEqual(0)
    expect(Date.parse(runs.items[0]?.mayUndoUntil ?? '')).toBeGreaterThan(Date.now())
    expect(runs.items[1]).toMatchObject({ isFirst: true })
    const of = await changes(run)
    const ada = of.items.find((it) => it.name === 'Ada Bell')
    expect(ada).toMatchObject({
      recordKind: 'person',
      population: 'pupil',
      operation: 'update',
      reason: { code: 'person.changed_in_source' },
    })
    expect(ada?.fields).toEqual([
      { field: 'lastName', before: 'Marsh', after: 'Bell' },
      { field: 'yearGroup', before: 'Year 7', after: 'Year 8' },
      { field: 'registrationClass', before: '7A', after: '8B' },
    ])
    expect((await changes(run, { q: 'BELL ada' })).items.map((it) => it.name)).toEqual(['Ada Bell'])
    expect((await changes(run, { recordKind: 'class' })).items.every((it) => it.recordKind === 'class')).toBe(true)
    const problems = await agent.call('runs.problems', { params: { school, run }, query: {} })
    expect(problems.total).toBeGreaterThan(0)
    expect(problems.items[0]).toMatchObject({ file: 'users.csv', line: 3, cure: expect.stringMatching(/\w/) })
    expect(await home()).toMatchObject({
      sentence: { code: 'finished_with_warnings' },
      next: null,
      hasData: true,
      lastApplied: { id: run },
    })
  })

  it('S-138 an undone run says so, and still says what it had changed, by the names of then', async () => {
    const { school: told } = await sync(ADA, BEN, { id: 'p3', first: 'Cleo', last: 'Patel', grade: '9', classes: ['9C'] })
    const run = String(told.run)
    expect((await server.run('undo', run)).code).toBe(0)
    const read = await agent.call('runs.read', { params: { school, run } })
    expect(read).toMatchObject({ state: 'undone', undoneBy: expect.any(String), mayUndoUntil: null })
    const cleo = (await changes(run, { q: 'cleo' })).items
    expect(cleo).toMatchObject([{ name: 'Cleo Patel', operation: 'create', personId: null }])
    expect(cleo[0]?.fields).toContainEqual({ field: 'registrationClass', before: null, after: '9C' })
    expect(cleo[0]?.fields).toContainEqual({ field: 'yearGroup', before: null, after: 'Year 9' })
    expect(await home()).toMatchObject({ sentence: { code: 'undone' }, next: 'start' })
  })

  it('D18 a run of no school here is not there', async () => {
    await expect(changes('0190a000-0000-7000-8000-000000000001')).rejects.toMatchObject({ problem: { status: 404 } })
  })
})
