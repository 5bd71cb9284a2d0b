import { beforeAll, describe, expect, it } from 'vitest'
import { asAdmin } from '../support/database.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const at = (run: { readonly id: string }) => ({ school, run: run.id })
const inClass = (name: string, ...ids: readonly string[]) =>
  ids.map((it) => aPupil(it, `Kit ${it}`, `Newcombe ${it}`, { classes: [name], grade: name.slice(0, 1) }))
const BEFORE = [...inClass('7A', 'a1', 'a2'), ...inClass('8B', 'b1', 'b2'), DORA]
/** Three come into 7A, two into 8B and one into a class that is new. */
const AFTER = [...BEFORE, ...inClass('7A', 'a3', 'a4', 'a5'), ...inClass('8B', 'b3', 'b4'), ...inClass('9C', 'c1')]
const here = async () => (await agent.call('people.list', { params: { school }, query: { kind: 'pupil' } })).total

/** Syncs the class of this name first, as the page does. */
async function first(run: Run, name: string) {
  const plan = await ada.plan(run)
  const { items } = await agent.call('runs.firstClasses', { params: at(run) })
  const choice = { class: items.find((it) => it.name === name)?.ref ?? '' }
  const part = await agent.call('runs.showFirst', { params: at(run), body: { planHash: plan.hash, choice } })
  const body = { planHash: plan.hash, choice, firstHash: part.hash }
  return { plan, items, part, started: await agent.call('runs.applyFirst', { params: at(run), body }) }
}

beforeAll(async () => {
  const begun = await ada.start(BEFORE)
  await ada.savePanels(begun)
  await ada.sync(begun)
})

describe('a class that is synced first', () => {
  let run: Run
  let done: Run
  it('N-14 is shown with its numbers, and written alone', async () => {
    run = await ada.start(AFTER)
    const { plan, items, part, started } = await first(run, '7A')
    expect(items.map((it) => `${it.name} ${it.changes}`)).toEqual(['7A 3', '8B 2', '9C 3'])
    expect(part).toMatchObject({ changes: 3, lines: [{ id: 'pupil.create', count: 3 }] })
    expect(plan.changes).toBe(8)
    done = await ada.settled(started, ['applied'])
    expect(done).toMatchObject({ firstOf: run.id, counts: { created: 3 }, isInteractive: false })
    expect(await here()).toBe(4 + 3)
  })

  it('N-14 leaves the rest of the plan as it was shown, and says so; the review says who is here now', async () => {
    expect(await agent.call('runs.open', { params: { school } })).toMatchObject({ run: { id: run.id, state: 'ready' } })
    const rest = await ada.plan(run)
    expect(rest).toMatchObject({ state: 'ready', changes: 5, first: [{ run: done.id, changes: 3 }] })
    const { items } = await agent.call('runs.planChanges', { params: at(run), query: { line: 'pupil.create' } })
    expect(items.map((it) => `${it.name} ${it.registrationClass}`).sort()).toEqual([
      'Kit b3 Newcombe b3 8B',
      'Kit b4 Newcombe b4 8B',
      'Kit c1 Newcombe c1 9C',
    ])
    const rows = await ada.rows(run, { filter: 'new' })
    expect(rows.total).toBe(3)
    const home = await agent.call('home.read', { params: { school } })
    expect(home.openRun).toMatchObject({ id: run.id })
  })

  it('N-14 the rest is synced by the hash that it has now, and by no other', async () => {
    const rest = await ada.plan(run)
    const old = { planHash: 'a'.repeat(64) }
    await expect(agent.call('runs.apply', { params: at(run), body: old })).rejects.toMatchObject({ problem: { code: 'run.other_plan' } })
    const all = await ada.settled(await agent.call('runs.apply', { params: at(run), body: { planHash: rest.hash } }), ['applied'])
    expect(all.counts).toMatchObject({ created: 3 })
    expect(await here()).toBe(4 + 6)
  })

  it('N-02 undoing the sync takes both back', async () => {
    const undo = await agent.call('runs.undo', { params: at(run) })
    expect((await ada.plan(undo)).totals).toMatchObject({ removed: 8 })
    await ada.sync(undo)
    expect(await here()).toBe(4)
    expect(await agent.call('runs.read', { params: at(done) })).toMatchObject({ state: 'undone', undoneBy: undo.id })
  })
})

describe('what can come between', () => {
  it('N-14 undone by itself: the review stays open, with what was decided in it, and everybody is in it again', async () => {
    const run = await ada.startAgain()
    const rows = await ada.rows(run, { filter: 'new' })
    const left = rows.items.find((it) => it.there?.name === 'Kit b4 Newcombe b4')
    await ada.decide(run, rows.version, [{ row: left?.id ?? '', act: 'leave_out' }])
    const { started } = await first(run, '7A')
    const done = await ada.settled(started, ['applied'])
    await ada.sync(await agent.call('runs.undo', { params: at(done) }))
    const open = await agent.call('runs.open', { params: { school } })
    expect(open.run).toMatchObject({ id: run.id, state: 'reviewing' })
    const plan = await ada.plan(run)
    expect(plan).toMatchObject({ changes: 7, first: [] })
    await ada.discard(run)
  })

  it('N-14 the rest is discarded: what was said about the part that was written is kept, and what was said about the rest is not', async () => {
    const run = await ada.startAgain()
    const rows = await ada.rows(run, { filter: 'new' })
    const rowOf = (name: string) => rows.items.find((it) => it.there?.name === name)?.id ?? ''
    const said = ['Kit a3 Newcombe a3', 'Kit b3 Newcombe b3'].map((name) => ({ row: rowOf(name), act: 'import' as const }))
    await ada.decide(run, rows.version, [...said, { row: rowOf('Kit b4 Newcombe b4'), act: 'leave_out' }])
    const { started } = await first(run, '7A')
    const done = await ada.settled(started, ['applied'])
    await ada.discard(run)
    const holding = () => server.ask('select source_id from decision where run_id = $1 and ended_at is null order by source_id', [run.id])
    expect(await holding()).toEqual([{ source_id: 'a3' }])
    // undone in its turn, the part takes with it what was said about it
    await ada.sync(await agent.call('runs.undo', { params: at(done) }))
    expect(await holding()).toEqual([])
    expect(await here()).toBe(4)
  })

  it('N-14 stopped before it has ended: nothing is written, and the plan stays whole', async () => {
    const run = await ada.startAgain()
    const whole = await ada.plan(run)
    const started = await asAdmin(server.server, async (client) => {
      // as long as this transaction lasts, nobody can write people: the sync waits in the middle of its own
      await client.query('begin')
      await client.query('lock table muster.person in share mode')
      const { started: part } = await first(run, '7A')
      const step = async () => (await server.ask<{ step: string }>('select step from run_progress where run_id = $1', [part.id]))[0]?.step
      await expect.poll(step, { timeout: 20_000 }).toBe('writing')
      const stop = agent.call('runs.stop', { params: at(part) })
      const isAsked = async () =>
        (await server.ask<{ is: boolean }>('select is_stop_requested as is from run_progress where run_id = $1', [part.id]))[0]?.is
      await expect.poll(isAsked, { timeout: 20_000 }).toBe(true)
      await client.query('rollback')
      expect(await stop).toMatchObject({ state: 'discarded' })
      return part
    })
    expect(await here()).toBe(4)
    expect(await agent.call('runs.read', { params: at(started) })).toMatchObject({ state: 'discarded' })
    expect(await ada.plan(run)).toMatchObject({ hash: whole.hash, first: [] })
    await ada.discard(run)
  })

  it('N-14 N-04 something has moved: nothing is written, and the plan is made anew', async () => {
    const run = await ada.start(AFTER.map((it) => (it.id === 'a1' ? { ...it, last: 'Renamed' } : it)))
    const plan = await ada.plan(run)
    const { items } = await agent.call('runs.firstClasses', { params: at(run) })
    const choice = { class: items.find((it) => it.name === '7A')?.ref ?? '' }
    const part = await agent.call('runs.showFirst', { params: at(run), body: { planHash: plan.hash, choice } })
    await server.ask("update person set last_name = 'Handmade' where last_name = 'Newcombe a1'")
    const started = await agent.call('runs.applyFirst', { params: at(run), body: { planHash: plan.hash, choice, firstHash: part.hash } })
    await expect
      .poll(async () => (await agent.call('runs.read', { params: at(started) })).failure?.code, { timeout: 20_000 })
      .toBe('run.drifted')
    expect(await here()).toBe(4)
    expect(await agent.call('runs.read', { params: at(run) })).toMatchObject({ state: 'reviewing', failure: { code: 'run.drifted' } })
    expect(await ada.plan(run)).toMatchObject({ state: 'ready', first: [] })
    await ada.discard(run)
  })
})
