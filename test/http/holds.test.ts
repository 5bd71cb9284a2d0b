import { beforeAll, describe, expect, it } from 'vitest'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const deputy = await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' })
const pupil = (n: number) => aPupil(`p${n}`, `Kit${n}`, `Newcombe${n}`)
const people = (count: number, from = 0) => [...Array.from({ length: count }, (_, n) => pupil(from + n)), DORA]
const at = (run: { readonly id: string }) => ({ school, run: run.id })
const holds = async () => (await agent.call('holds.list', { params: { school } })).items
const desynced = async () => (await server.ask("select 1 from link where end_reason = 'left'")).length

beforeAll(async () => {
  const first = await ada.start(people(40))
  await ada.savePanels(first)
  await ada.sync(first)
})

describe('what the guards hold', () => {
  let run: Run
  it('D20 waits beside the sync it was cut from, with its numbers; the sync goes on without it', async () => {
    run = await ada.start([...people(30), aPupil('q1', 'Newt', 'Comer')])
    const plan = await ada.plan(run)
    expect(plan).toMatchObject({ state: 'ready', changes: 1, holds: [], held: [{ changes: 10 }] })
    const [hold, ...others] = await holds()
    expect(others).toEqual([])
    expect(hold).toMatchObject({
      run: { id: plan.held[0]?.run, state: 'held', heldFrom: run.id },
      plan: { changes: 10, holds: [{ code: 'leavers', population: 'pupil', params: { count: 10, linked: 40 } }] },
      ...{ cutFrom: run.id, counted: 10, isCurrent: true, needsNumber: false, approval: null },
    })
    expect(await ada.sync(run)).toMatchObject({ counts: { created: 1, desynced: 0 } })
    expect(await desynced()).toBe(0)
    expect(await holds()).toHaveLength(1)
    const home = await agent.call('home.read', { params: { school } })
    expect(home).toMatchObject({ holds: 1, sentence: { code: 'held' }, next: 'holds', openRun: null })
  })

  it('D20 S-138 lists who is in it, and those who were counted', async () => {
    const [hold] = await holds()
    if (hold === undefined) throw new Error('nothing is on hold')
    const list = (query: object) => agent.call('runs.planChanges', { params: at(hold.run), query: { line: 'pupil.desync', ...query } })
    expect((await list({})).total).toBe(10)
    expect((await list({ only: 'counted' })).total).toBe(10)
    expect((await list({ only: 'not_approved' })).total).toBe(10)
  })

  it('D20 stays while another sync is opened, reviewed and discarded', async () => {
    const [before] = await holds()
    const other = await ada.start([...people(30), aPupil('q1', 'Newt', 'Comer')], 'staff')
    expect((await holds()).map((it) => it.run.id)).toEqual([before?.run.id])
    expect(await holds()).toMatchObject([{ isCurrent: false }])
    await ada.plan(other)
    await ada.discard(other)
    expect((await holds()).map((it) => it.run.id)).toEqual([before?.run.id])
  })

  it('N-04 is not approved over an older file: it is checked again first', async () => {
    const [hold] = await holds()
    if (hold === undefined) throw new Error('nothing is on hold')
    const body = { planHash: hold.plan.hash }
    await expect(agent.call('runs.approve', { params: at(hold.run), body })).rejects.toMatchObject({ problem: { code: 'hold.newer_read' } })
    const checked = await agent.call('holds.check', { params: at(hold.run) })
    expect(checked).toMatchObject({ isCurrent: true, run: { id: hold.run.id, state: 'held' }, plan: { changes: 10 } })
  })

  it('D17 is let go on by an Access Coordinator only, and not applied before', async () => {
    const [hold] = await holds()
    if (hold === undefined) throw new Error('nothing is on hold')
    const body = { planHash: hold.plan.hash }
    await expect(deputy.call('runs.approve', { params: at(hold.run), body })).rejects.toMatchObject({ problem: { status: 403 } })
    await expect(deputy.call('runs.apply', { params: at(hold.run), body })).rejects.toMatchObject({ problem: { code: 'run.not_ready' } })
    expect(await agent.call('runs.approve', { params: at(hold.run), body })).toMatchObject({ state: 'ready' })
    expect(await holds()).toMatchObject([{ approval: { by: 'Ada Example', more: 0, hasExpired: false } }])
  })

  it('N-04 point 19: three more since somebody approved are shown, and refused', async () => {
    const [before] = await holds()
    const more = await ada.start([...people(27), aPupil('q1', 'Newt', 'Comer')])
    await ada.plan(more)
    const [hold] = await holds()
    if (hold === undefined) throw new Error('nothing is on hold')
    expect(hold).toMatchObject({
      run: { id: before?.run.id, state: 'held' },
      approval: { more: 3 },
      plan: { changes: 13 },
      needsNumber: true,
    })
    const list = await agent.call('runs.planChanges', { params: at(hold.run), query: { only: 'not_approved' } })
    expect(list.items.map((it) => it.name).sort()).toEqual(['Kit27 Newcombe27', 'Kit28 Newcombe28', 'Kit29 Newcombe29'])
    const old = { planHash: before?.plan.hash ?? '' }
    await expect(agent.call('runs.apply', { params: at(hold.run), body: old })).rejects.toMatchObject({
      problem: { code: 'run.other_plan' },
    })
    expect(await desynced()).toBe(0)
  })

  it('points 19 and 24: a large part takes its number, as it was typed; once approved it changes exactly as many as it said', async () => {
    const [hold] = await holds()
    if (hold === undefined) throw new Error('nothing is on hold')
    const body = { planHash: hold.plan.hash }
    const approve = (more: { readonly typed?: number }) => agent.call('runs.approve', { params: at(hold.run), body: { ...body, ...more } })
    await expect(approve({})).rejects.toMatchObject({ problem: { status: 422, code: 'hold.number_missing' } })
    await expect(approve({ typed: 10 })).rejects.toMatchObject({ problem: { status: 422, code: 'hold.number_wrong' } })
    expect(await holds()).toMatchObject([{ run: { state: 'held' }, approval: { more: 3 } }])
    await approve({ typed: 13 })
    const applied = await ada.settled(await agent.call('runs.apply', { params: at(hold.run), body }), ['applied'])
    expect(applied.counts).toMatchObject({ desynced: hold.plan.changes })
    expect(await desynced()).toBe(hold.plan.changes)
    expect(await holds()).toEqual([])
    const read = await agent.call('holds.read', { params: at(hold.run) })
    expect(read).toMatchObject({ run: { state: 'applied' }, approval: { by: 'Ada Example' } })
  })

  it('D20 what passes no limit any more waits no longer, and says so', async () => {
    await ada.plan(await ada.start([...people(10), aPupil('q1', 'Newt', 'Comer')]))
    const [hold] = await holds()
    if (hold === undefined) throw new Error('nothing is on hold')
    // the others are back in the file
    await ada.start([...people(27), aPupil('q1', 'Newt', 'Comer')])
    const checked = await agent.call('holds.check', { params: at(hold.run) })
    expect(checked.run).toMatchObject({ state: 'discarded', isNoLongerHeld: true })
    expect(await holds()).toEqual([])
  })

  it('D31 a part is discarded with the run it was cut from, and by itself', async () => {
    const leaving = await ada.start([...people(10), aPupil('q1', 'Newt', 'Comer')])
    await ada.plan(leaving)
    expect(await holds()).toHaveLength(1)
    await ada.discard(leaving)
    expect(await holds()).toEqual([])
    await ada.plan(await ada.startAgain())
    const [hold] = await holds()
    if (hold === undefined) throw new Error('nothing is on hold')
    expect(await agent.call('runs.discard', { params: at(hold.run) })).toMatchObject({ state: 'discarded', isNoLongerHeld: false })
    expect(await holds()).toEqual([])
  })
})
