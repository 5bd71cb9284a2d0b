import { describe, expect, it } from 'vitest'
import { systemIds } from '../../src/cli/actor.ts'
import { removeDue } from '../../src/runs/index.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const deputy = await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' })
const viewer = await server.join(agent, school, { role: 'viewer', name: 'Vi Lane' })
const params = { school }
const pupils = Array.from({ length: 20 }, (_, n) => aPupil(`p${n}`, `Kit${n}`, `Newcombe${n}`))
const first = await ada.start([...pupils, DORA])
await ada.savePanels(first)
await ada.sync(first)
const listed = (await agent.call('people.list', { params, query: { kind: 'pupil', limit: 50 } })).items
const idOf = (name: string) => listed.find((it) => it.name === name)?.id ?? ''
const [kit0, kit1, kit2] = [idOf('Kit0 Newcombe0'), idOf('Kit1 Newcombe1'), idOf('Kit2 Newcombe2')]
const { application } = await agent.call('access.list', { params })
const setAccess = (to: 'with' | 'without', people: string[]) => agent.call('access.change', { params, body: { application, people, to } })
const ask = (...people: string[]) => agent.call('deletions.ask', { params, body: { people } })
const deleted = async () => (await agent.call('deletions.list', { params })).items
const read = (person: string) => agent.call('people.read', { params: { school, person } })
const leave = async (from: number) => ada.sync(await ada.start([...pupils.slice(from), DORA]))
const stateIn = async (state: 'with' | 'without' | 'pending_deletion') =>
  (await agent.call('access.list', { params, query: { state, limit: 100 } })).items.map((it) => it.id)

describe('S-192 S-193 to delete somebody', () => {
  it('is the word of a coordinator: a deputy and a viewer are refused, and see who is deleted', async () => {
    for (const other of [deputy, viewer]) {
      await expect(other.call('deletions.ask', { params, body: { people: [kit0] } })).rejects.toMatchObject({ problem: { status: 403 } })
      expect(await other.call('deletions.list', { params })).toMatchObject({ items: [], days: 30 })
    }
  })

  it('S-194 S-195 is refused with the reasons: synced, with access, protected', async () => {
    await setAccess('with', [kit0])
    const version = (await read(kit0)).version
    await agent.call('people.protect', { params: { school, person: kit0 }, body: { reason: 'Legal hold' }, ifMatch: version })
    const { deleted: done, blocked } = await ask(kit0, kit1)
    expect(done).toEqual([])
    expect(new Map(blocked.map((it) => [it.id, it]))).toEqual(
      new Map([
        [kit0, { id: kit0, name: 'Kit0 Newcombe0', why: ['has_access', 'synced', 'protected'], applications: ['School portal'] }],
        [kit1, { id: kit1, name: 'Kit1 Newcombe1', why: ['synced'], applications: [] }],
      ]),
    )
    await agent.call('people.unprotect', { params: { school, person: kit0 }, ifMatch: (await read(kit0)).version })
  })

  it('S-195 whoever works here with the school is on the team, and stays', async () => {
    const added = await agent.call('people.add', {
      params,
      body: { kind: 'staff', fields: { firstName: 'Tom', lastName: 'Reid', email: 'Tom.Reid@oak.example.test ' }, registrationClass: null },
      idempotencyKey: 'tom',
    })
    const [account] = await server.ask<{ email: string }>("select email from account where name = 'Tom Reid'")
    await agent.call('people.change', {
      params: { school, person: added.id },
      body: { fields: { email: (account?.email ?? '').toUpperCase() } },
      ifMatch: added.version,
    })
    expect((await ask(added.id)).blocked).toMatchObject([{ id: added.id, why: ['on_team'] }])
  })

  it('who has left and has no access goes out of every list and count, and has a day', async () => {
    await leave(3)
    await setAccess('without', [kit0])
    const before = await agent.call('home.read', { params })
    const { deleted: done, blocked, removeOn } = await ask(kit0, kit1, kit2)
    expect([new Set(done), blocked]).toEqual([new Set([kit0, kit1, kit2]), []])
    expect(Math.round((Date.parse(removeOn) - Date.now()) / 86_400_000)).toBeGreaterThanOrEqual(29)
    expect(await deleted()).toHaveLength(3)
    expect(await deleted()).toContainEqual(expect.objectContaining({ id: kit0, by: 'Ada Example', removeOn, why: [] }))
    expect((await agent.call('leavers.list', { params })).total).toBe(0)
    expect((await agent.call('home.read', { params })).tiles.leavers).toBe(before.tiles.leavers - 3)
    expect((await read(kit0)).deletion).toMatchObject({ removeOn, by: 'Ada Example' })
    expect(await server.ask("select 1 from audit_entry where action = 'person.deleted'")).toHaveLength(3)
    expect((await ask(kit0)).deleted).toEqual([])
  })

  it('S-31 they wait under Pending deletion, and nobody gives them access', async () => {
    expect(new Set(await stateIn('pending_deletion'))).toEqual(new Set([kit0, kit1, kit2]))
    expect((await setAccess('with', [kit0])).changed).toEqual([])
  })
})

describe('S-196 S-198 to restore somebody', () => {
  it('is with access or without, as the coordinator says', async () => {
    const restore = (person: string, withAccess: boolean) =>
      agent.call('deletions.restore', { params, body: { people: [person], withAccess } })
    expect(await restore(kit0, true)).toEqual({ restored: [kit0] })
    expect(await restore(kit1, false)).toEqual({ restored: [kit1] })
    expect(await restore(kit1, true)).toEqual({ restored: [] })
    expect((await deleted()).map((it) => it.id)).toEqual([kit2])
    expect((await read(kit0)).deletion).toBeNull()
    expect(
      await server.ask("select person_id::text as id, state from access_grant where state <> 'pending_deletion' order by state"),
    ).toEqual(
      expect.arrayContaining([
        { id: kit0, state: 'with' },
        { id: kit1, state: 'without' },
      ]),
    )
    await setAccess('without', [kit0])
  })

  it('N-19 happens by itself when they are synced again: whole, and without access', async () => {
    await ada.sync(await ada.start([...pupils.slice(2), DORA]))
    expect(await deleted()).toEqual([])
    expect(await read(kit2)).toMatchObject({ sync: 'synced', deletion: null })
    expect(await stateIn('pending_deletion')).toEqual([])
  })
})

describe('D31 the time of somebody who is deleted', () => {
  it('is as long as the school says, for whom is deleted from then on', async () => {
    expect(await agent.call('deletions.keepFor', { params, body: { days: 184 } })).toEqual({ days: 184 })
    const { removeOn } = await ask(kit0)
    expect((Date.parse(removeOn) - Date.now()) / 86_400_000).toBeGreaterThan(182)
    await expect(agent.call('deletions.keepFor', { params, body: { days: 185 } })).rejects.toMatchObject({ problem: { status: 422 } })
    await agent.call('deletions.keepFor', { params, body: { days: 1 } })
    expect((await deleted())[0]).toMatchObject({ id: kit0, removeOn })
  })

  it('C38 runs out by the clock: then they are gone, with a receipt, and whom something keeps is not', async () => {
    await ask(kit1)
    const version = (await read(kit1)).version
    const later = (days: number) => ({ ...systemIds, clock: () => new Date(Date.now() + days * 86_400_000) })
    expect(await removeDue(server.database, later(0))).toBe(0)
    await agent.call('people.protect', { params: { school, person: kit1 }, body: { reason: 'Legal hold' }, ifMatch: version })
    expect(await removeDue(server.database, later(2))).toBe(0)
    expect(await deleted()).toContainEqual(expect.objectContaining({ id: kit1, why: ['protected'] }))
    await agent.call('people.unprotect', { params: { school, person: kit1 }, ifMatch: (await read(kit1)).version })
    expect(await removeDue(server.database, later(2))).toBe(1)
    expect(await removeDue(server.database, later(2))).toBe(0)
    await expect(read(kit1)).rejects.toMatchObject({ problem: { status: 404 } })
    const { items } = await viewer.call('deletions.receipts', { params })
    expect(items).toMatchObject([{ person: kit1, kind: 'pupil', why: 'retention', reference: null }])
  })
})
