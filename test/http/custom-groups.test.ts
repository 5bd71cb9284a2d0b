import { describe, expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const viewer = await server.join(agent, school, { role: 'viewer', name: 'Vi Lane' })
const deputy = await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' })
const params = { school }
const PUPILS = Array.from({ length: 20 }, (_, n) => aPupil(`p${n}`, `Kit${n}`, `Newcombe${n}`))
const run = await ada.start([...PUPILS, DORA])
await ada.savePanels(run)
await ada.sync(run)
const nell = { kind: 'staff', fields: { firstName: 'Nell', lastName: 'Ward' }, registrationClass: null } as const
await agent.call('people.add', { params, body: nell, idempotencyKey: 'nell' })
const listed = (await agent.call('people.list', { params, query: { limit: 100 } })).items
const idOf = (name: string) => listed.find((it) => it.name === name)?.id ?? ''
const [kit0, kit1, nellId] = [idOf('Kit0 Newcombe0'), idOf('Kit1 Newcombe1'), idOf('Nell Ward')]
let keys = 0
const add = (name: string, by = agent) => {
  keys += 1
  return by.call('classes.addGroup', { params, body: { name, description: 'After school' }, idempotencyKey: `g${keys}` })
}
const chess = (await add('Chess club', deputy)).id
const at = { params: { school, class: chess } }
const members = (body: { add?: string[]; remove?: string[] }, by = agent) =>
  by.call('classes.members', { ...at, body: { add: [], remove: [], ...body } })
const read = () => agent.call('classes.read', at)
const names = async () => (await read()).people.map((it) => it.name)
const registration = (await agent.call('classes.list', { params, query: { kind: 'registration' } })).items[0]?.id ?? ''

describe('S-101 a group of the school’s own', () => {
  it('is made by who may run a sync, and not twice under one name', async () => {
    expect(await read()).toMatchObject({
      name: 'Chess club',
      kind: 'group',
      isOwnGroup: true,
      isSynced: false,
      description: 'After school',
    })
    await expect(add('CHESS  club')).rejects.toMatchObject({ problem: { status: 409, code: 'class.name_taken' } })
    await expect(add('Choir', viewer)).rejects.toMatchObject({ problem: { status: 403 } })
  })

  it('S-105 S-106 is filled and emptied by hand, pupils and staff: nobody is deleted, nobody is in it twice', async () => {
    expect(await members({ add: [kit0, kit1, nellId] })).toMatchObject({ added: expect.arrayContaining([kit0, kit1, nellId]), removed: [] })
    expect((await members({ add: [kit0] })).added).toEqual([])
    expect((await read()).people).toMatchObject([{ name: 'Nell Ward', role: 'teacher' }, { role: 'pupil' }, { role: 'pupil' }])
    expect((await members({ remove: [kit1] })).removed).toEqual([kit1])
    expect(await names()).toEqual(['Nell Ward', 'Kit0 Newcombe0'])
    const kit = await agent.call('people.read', { params: { school, person: kit1 } })
    expect(kit).toMatchObject({ sync: 'synced', registrationClass: '7A' })
  })

  it('S-100 has no say about registration: anybody may be in any number of groups', async () => {
    const choir = (await add('Choir')).id
    await agent.call('classes.members', { params: { school, class: choir }, body: { add: [kit0], remove: [] } })
    const kit = await agent.call('people.read', { params: { school, person: kit0 } })
    expect(kit.classes.map((it) => it.name).sort()).toEqual(['7A', 'Chess club', 'Choir'])
  })

  it('is left alone by every sync: members, name and archive', async () => {
    const again = await ada.start([...PUPILS, DORA])
    expect(await ada.plan(again)).toMatchObject({ changes: 0, held: [] })
    await ada.discard(again)
    await ada.sync(await ada.start([...PUPILS.map((it) => ({ ...it, classes: ['7B'] })), DORA]), 'sync')
    expect(await names()).toEqual(['Nell Ward', 'Kit0 Newcombe0'])
    expect(await read()).toMatchObject({ name: 'Chess club', isArchived: false })
  })

  it('is not for classes that a sync fills, nor for people of elsewhere', async () => {
    const other = { params: { school, class: registration } }
    await expect(agent.call('classes.members', { ...other, body: { add: [kit0], remove: [] } })).rejects.toMatchObject({
      problem: { code: 'class.not_own' },
    })
    expect((await members({ add: ['0190a000-0000-7000-8000-000000000001'] })).added).toEqual([])
  })
})

describe('S-102 S-103 a class that no sync fills', () => {
  it('is renamed by a coordinator; one that is synced is not', async () => {
    const { version } = await read()
    expect(await agent.call('classes.change', { ...at, body: { name: 'Chess' }, ifMatch: version })).toMatchObject({ name: 'Chess' })
    const synced = { params: { school, class: registration } }
    const seen = await agent.call('classes.read', synced)
    if (!seen.isSynced) return
    await expect(agent.call('classes.change', { ...synced, body: { name: 'X' }, ifMatch: seen.version })).rejects.toMatchObject({
      problem: { code: 'class.synced' },
    })
  })

  it('is deleted when it is empty, and not before; all are taken out in one go', async () => {
    const remove = async () => agent.call('classes.delete', { ...at, ifMatch: (await read()).version })
    await expect(remove()).rejects.toMatchObject({ problem: { status: 409, code: 'class.not_empty' } })
    await expect(deputy.call('classes.removeAll', at)).rejects.toMatchObject({ problem: { status: 403 } })
    expect(new Set((await agent.call('classes.removeAll', at)).removed)).toEqual(new Set([kit0, nellId]))
    await remove()
    await expect(read()).rejects.toMatchObject({ problem: { status: 404 } })
    expect((await agent.call('people.read', { params: { school, person: kit0 } })).classes.map((it) => it.name)).toContain('Choir')
  })

  it('is never one that is synced', async () => {
    const synced = (await agent.call('classes.list', { params, query: { kind: 'registration' } })).items.find((it) => it.isSynced)
    await expect(agent.call('classes.removeAll', { params: { school, class: synced?.id ?? '' } })).rejects.toMatchObject({
      problem: { code: 'class.synced' },
    })
  })
})
