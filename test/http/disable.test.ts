import { describe, expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const deputy = await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' })
const params = { school }
const people = [aPupil('p1', 'Kit', 'Newcombe'), aPupil('p2', 'Lou', 'Marsh'), DORA]
const run = await ada.start(people)
await ada.savePanels(run)
await ada.sync(run)
const kit = (await agent.call('people.list', { params, query: { q: 'Kit' } })).items[0]?.id ?? ''
const at = { params: { school, person: kit } }
const read = () => agent.call('people.read', at)
const { application } = await agent.call('access.list', { params })
await agent.call('access.change', { params, body: { application, people: [kit], to: 'with' } })

describe('S-199 somebody who is disabled', () => {
  it('is so on the word of a coordinator who has seen the record', async () => {
    const { version } = await read()
    await expect(deputy.call('people.disable', { ...at, ifMatch: version })).rejects.toMatchObject({ problem: { status: 403 } })
    await expect(agent.call('people.disable', { ...at, ifMatch: version + 1 })).rejects.toMatchObject({ problem: { status: 412 } })
    const now = await agent.call('people.disable', { ...at, ifMatch: version })
    expect(now).toMatchObject({ isDisabled: true, isDisabledHere: true, sync: 'synced' })
    expect(now.fields.find((it) => it.field === 'status')).toMatchObject({ value: 'disabled', isLocked: false })
    expect(now.timeline[0]).toMatchObject({ by: 'Ada Example', fields: [{ field: 'status', before: 'active', after: 'disabled' }] })
    expect(await server.ask("select 1 from audit_entry where action = 'person.disabled'")).toHaveLength(1)
  })

  it('keeps their access and appears in no application: it is limited', async () => {
    const { items } = await agent.call('access.list', { params, query: { state: 'limited' } })
    expect(items).toMatchObject([{ id: kit, lacks: ['enabled'] }])
  })

  it('is not enabled by any sync, and costs no change of a plan', async () => {
    const again = await ada.start(people)
    expect(await ada.plan(again)).toMatchObject({ changes: 0, held: [] })
    await ada.discard(again)
    await ada.sync(await ada.start([aPupil('p1', 'Kit', 'Otherwise'), ...people.slice(1)]))
    expect(await read()).toMatchObject({ name: 'Kit Otherwise', isDisabled: true, isDisabledHere: true })
  })

  it('is enabled by a coordinator, with their access, and then is what the source says', async () => {
    const now = await agent.call('people.enable', { ...at, ifMatch: (await read()).version })
    expect(now).toMatchObject({ isDisabled: false, isDisabledHere: false })
    expect((await agent.call('access.list', { params })).items.map((it) => it.id)).toContain(kit)
    expect(await server.ask(`select local_fields as fields from person where id = '${kit}'`)).toEqual([{ fields: [] }])
  })
})
