import { expect, it } from 'vitest'
import { asAdmin } from '../support/database.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const people = (count: number) => [...Array.from({ length: count }, (_, n) => aPupil(`p${n}`, `Kit${n}`, `Newcombe${n}`)), DORA]

const first = await ada.start(people(3))
await ada.savePanels(first)

it('N-04 only exactly the plan that was shown is applied: a decision after it takes the word back', async () => {
  const { hash } = await ada.plan(first)
  const list = await ada.rows(first)
  await ada.decide(first, list.version, [{ row: list.items[0]?.id ?? '', act: 'leave_out' }])
  const stale = agent.call('runs.apply', { params: { school, run: first.id }, body: { planHash: hash } })
  await expect(stale).rejects.toMatchObject({ problem: { status: 409, code: 'run.not_ready' } })
  const again = await ada.plan(first)
  expect(again.hash).not.toBe(hash)
  expect(again.since).toEqual({ hash, more: 0, other: 0, gone: 1 })
  await expect(agent.call('runs.apply', { params: { school, run: first.id }, body: { planHash: hash } })).rejects.toMatchObject({
    problem: { code: 'run.other_plan' },
  })
  expect(await server.ask('select 1 from person')).toEqual([])
})

it('Stop before the sync has ended: nothing has been changed, and it can be synced again', async () => {
  const { hash } = await ada.plan(first)
  const params = { school, run: first.id }
  const stopped = await asAdmin(server.server, async (client) => {
    // as long as this transaction lasts, nobody can write people: the sync waits in the middle of its own
    await client.query('begin')
    await client.query('lock table muster.person in share mode')
    await agent.call('runs.apply', { params, body: { planHash: hash } })
    await expect.poll(async () => (await server.ask<{ step: string }>('select step from run_progress'))[0]?.step).toBe('writing')
    const stop = agent.call('runs.stop', { params })
    await expect.poll(async () => (await server.ask<{ is: boolean }>('select is_stop_requested as is from run_progress'))[0]?.is).toBe(true)
    await client.query('rollback')
    return stop
  })
  expect(stopped).toMatchObject({ state: 'ready', isWaitingToApply: false })
  expect(await server.ask('select 1 from person')).toEqual([])
  expect((await agent.call('runs.read', { params })).state).toBe('ready')
  const applied = await ada.settled(await agent.call('runs.apply', { params, body: { planHash: hash } }), ['applied'])
  expect(applied.counts?.created).toBe(2)
  await expect(agent.call('runs.stop', { params })).rejects.toMatchObject({ problem: { code: 'run.nothing_to_stop' } })
})

it('what somebody changed by hand meanwhile is not written over: the sync says so, and is reviewed again', async () => {
  const run = await ada.start(
    people(3).map((it) => ({ ...it, last: `${it.last}e` })),
    'pupils',
  )
  const plan = await ada.plan(run)
  await server.ask("update person set last_name = 'Handmade' where kind = 'pupil'")
  const asked = await agent.call('runs.apply', { params: { school, run: run.id }, body: { planHash: plan.hash } })
  const refused = await ada.settled(asked, ['reviewing'])
  expect(refused.failure).toMatchObject({ code: 'run.drifted' })
  expect(await server.ask("select 1 from person where last_name = 'Handmade'")).toHaveLength(2)
  // point 19: refused with the difference shown
  const now = await ada.plan(run)
  expect(now.since).toEqual({ hash: plan.hash, more: 0, other: 2, gone: 0 })
  const different = await agent.call('runs.planChanges', { params: { school, run: run.id }, query: { only: 'since' } })
  expect(different.items.map((it) => it.fields.find(({ field }) => field === 'lastName')?.before)).toEqual(['Handmade', 'Handmade'])
  expect(await ada.sync(run)).toMatchObject({ state: 'applied' })
})
