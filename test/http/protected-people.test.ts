import { describe, expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const deputy = await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' })
const pupils = Array.from({ length: 20 }, (_, n) => aPupil(`p${n}`, `Kit${n}`, `Newcombe${n}`))
const first = await ada.start([...pupils, DORA])
await ada.savePanels(first)
await ada.sync(first)
const kit = (await agent.call('people.list', { params: { school }, query: { q: 'Kit0' } })).items[0]?.id ?? ''
const at = { params: { school, person: kit } }
const read = () => agent.call('people.read', at)
const protect = async (reason = 'Head pupil') => agent.call('people.protect', { ...at, body: { reason }, ifMatch: (await read()).version })
const holds = async () => (await agent.call('holds.list', { params: { school } })).items

describe('N-14 somebody who is protected', () => {
  it('is so on the word of a coordinator, with a reason', async () => {
    const { version } = await read()
    await expect(protect(' ')).rejects.toMatchObject({ problem: { status: 422 } })
    await expect(agent.call('people.protect', { ...at, body: { reason: 'x' }, ifMatch: version + 1 })).rejects.toMatchObject({
      problem: { status: 412 },
    })
    await expect(deputy.call('people.protect', { ...at, body: { reason: 'x' }, ifMatch: version })).rejects.toMatchObject({
      problem: { status: 403 },
    })
    expect((await read()).protection).toBeNull()
    expect(await protect()).toMatchObject({ protection: { reason: 'Head pupil', by: 'Ada Example' } })
    expect(await server.ask("select 1 from audit_entry where action = 'person.protected'")).toHaveLength(1)
  })

  it('is not taken out by a sync, which goes on without that', async () => {
    const run = await ada.start([...pupils.slice(2), DORA])
    expect(await ada.plan(run)).toMatchObject({ changes: 1, held: [{ changes: 1 }] })
    expect(await ada.sync(run)).toMatchObject({ counts: { desynced: 1 } })
    expect(await read()).toMatchObject({ sync: 'synced' })
    const [hold, ...others] = await holds()
    expect(others).toEqual([])
    expect(hold?.plan).toMatchObject({ changes: 1, holds: [{ code: 'protected_person', population: 'pupil', params: { count: 1 } }] })
  })

  it('leaves once somebody has looked and said so', async () => {
    const [hold] = await holds()
    if (hold === undefined) throw new Error('nothing is on hold')
    await agent.call('runs.approve', { params: { school, run: hold.run.id }, body: { planHash: hold.plan.hash } })
    await ada.sync(hold.run)
    expect(await read()).toMatchObject({ sync: 'desynced', reason: 'left', protection: { reason: 'Head pupil' } })
  })

  it('is as everybody again when a coordinator says so, in an open review as well', async () => {
    const run = await ada.start([...pupils, DORA])
    await ada.sync(run)
    const next = await ada.start([aPupil('p0', 'Kit0', 'Otherwise'), ...pupils.slice(1), DORA])
    expect(await ada.plan(next)).toMatchObject({ changes: 0, held: [{ changes: 1 }] })
    const now = await agent.call('people.unprotect', { ...at, ifMatch: (await read()).version })
    expect(now.protection).toBeNull()
    expect(await ada.plan(next)).toMatchObject({ changes: 1, held: [] })
  })
})
