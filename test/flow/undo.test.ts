import { describe, expect, it } from 'vitest'
import { directoryState } from '../support/directory-state.ts'
import { testMuster } from '../support/muster.ts'
import { oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()

const ADA = { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7', classes: ['7A', 'Maths'] }
const BEN = { id: 'p2', first: 'Ben', last: 'Okafor', grade: '7', classes: ['7A'] }
const CLEO = { id: 'p3', first: 'Cleo', last: 'Patel', grade: '8', classes: ['8B'] }

function sync(school: string, ...people: Parameters<typeof oneRoster>[0]) {
  return muster.sync(writePackage(muster.folder, oneRoster(people, { id: school, name: school })))
}

describe('undo', () => {
  it('gives back exactly what was there, and the source can be synced again (N-02)', async () => {
    await sync('a', ADA, BEN)
    const before = await directoryState(muster, 'a')
    const { school } = await sync('a', { ...ADA, last: 'Marsh-Bell', classes: ['8B'] }, CLEO)
    expect(school.changes).toMatchObject({ created: 1, updated: 1, desynced: 1 })
    const after = await directoryState(muster, 'a')
    const { code, out } = await muster.run('undo', String(school.run), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ undoes: school.run, state: 'applied', kept: [], cannot: [] })
    expect(await directoryState(muster, 'a')).toEqual(before)
    await sync('a', { ...ADA, last: 'Marsh-Bell', classes: ['8B'] }, CLEO)
    expect(await directoryState(muster, 'a')).toEqual(after)
  })

  it('takes back a first sync: nobody is left', async () => {
    const { school } = await sync('b', ADA, BEN)
    expect((await muster.run('undo', String(school.run))).code).toBe(0)
    expect(await directoryState(muster, 'b')).toEqual({ people: [], classes: [], yearGroups: [], enrolments: [], links: [] })
  })

  it('shows first and changes nothing with --dry-run, and refuses another plan than the one shown (N-04)', async () => {
    const { school } = await sync('c', ADA, BEN)
    const before = await directoryState(muster, 'c')
    const shown = await muster.run('undo', String(school.run), '--dry-run', '--json')
    expect(shown.code).toBe(0)
    expect(await directoryState(muster, 'c')).toEqual(before)
    expect((await muster.run('undo', String(school.run), '--plan', 'f'.repeat(64))).code).toBe(1)
    expect(await directoryState(muster, 'c')).toEqual(before)
    // the undo's own result, printed as JSON
    const { plan } = JSON.parse(shown.out) as { plan: string }
    expect((await muster.run('undo', String(school.run), '--plan', plan)).code).toBe(0)
  })

  it('keeps what a later run changed, and says so', async () => {
    const { school } = await sync('d', ADA, BEN)
    await sync('d', { ...ADA, first: 'Adah' }, BEN)
    const { code, out } = await muster.run('undo', String(school.run), '--json')
    expect(code).toBe(0)
    const told = JSON.parse(out) as { kept: { what: string[] }[] } // the undo's own result
    expect(told.kept.length).toBeGreaterThan(0)
    const { people } = await directoryState(muster, 'd')
    expect(people).toEqual([expect.objectContaining({ first_name: 'Adah' })])
  })

  it('is done once, and stands in the history of the school', async () => {
    const { school } = await sync('e', ADA)
    const run = String(school.run)
    await muster.run('undo', run)
    expect(await muster.run('undo', run)).toMatchObject({ code: 1, err: expect.stringContaining('undone already') })
    const history = (await muster.run('history', '--school', 'e', '--json')).out.trim().split('\n')
    // one run a line
    const runs = history.map((it) => JSON.parse(it) as { purpose: string; state: string; undoesRunId: string | null })
    expect(runs.map(({ purpose, state, undoesRunId }) => [purpose, state, undoesRunId])).toEqual([
      ['undo', 'applied', run],
      ['sync', 'undone', null],
    ])
    expect((await muster.run('history')).out).toContain(`of ${run}`)
  })
})
