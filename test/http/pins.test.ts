import { describe, expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const KIT = aPupil('p1', 'Kit', 'Newcombe', { birthDate: '2013-05-04' })
const RENAMED = aPupil('p1', 'Christopher', 'Newcombe', { birthDate: '2013-05-04', classes: ['7B'] })
const LOU = aPupil('p2', 'Lou', 'Marsh', { birthDate: '2013-01-30' })

const first = await ada.start([KIT, LOU, DORA])
await ada.savePanels(first)
await ada.sync(first)
const kit = (await agent.call('people.list', { params: { school }, query: { q: 'Kit' } })).items[0]?.id ?? ''
const read = () => agent.call('people.read', { params: { school, person: kit } })
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const pin = async (field: string, value: string | null, { reason = 'Asked by the family', until = day(30) } = {}) =>
  agent.call('people.pin', {
    params: { school, person: kit },
    body: { field, value, reason, until },
    ifMatch: (await read()).version,
  })
const detail = async (field: string) => (await read()).fields.find((it) => it.field === field)

describe('D5 a detail of a synced person that is kept as it is here', () => {
  it('is not to be had where the school has not allowed it', async () => {
    expect(await detail('firstName')).toMatchObject({ isLocked: true, pin: null, mayBePinned: false })
    await expect(pin('firstName', 'Kitty')).rejects.toMatchObject({ problem: { status: 409, code: 'person.pins_off' } })
    await agent.call('rules.change', { params: { school }, body: { mayPin: true } })
    expect(await detail('firstName')).toMatchObject({ isLocked: true, pin: null, mayBePinned: true })
  })

  it.each([
    ['the UPN', 'upn', {}, 'person.not_pinnable'],
    ['the year group', 'yearGroup', {}, 'person.not_pinnable'],
    ['a detail that nobody knows', 'shoeSize', {}, 'person.not_pinnable'],
    ['a day that has passed', 'firstName', { until: day(-2) }, 'person.pin_wrong'],
    ['more than a year', 'firstName', { until: day(400) }, 'person.pin_wrong'],
    ['no reason', 'firstName', { reason: ' ' }, 'person.pin_wrong'],
    ['a value that cannot be', 'birthDate', {}, 'person.fields_wrong'],
  ])('is refused with %s, and nothing changes', async (_, field, more, code) => {
    const before = await read()
    await expect(pin(field, 'Kitty', more)).rejects.toMatchObject({ problem: { code } })
    expect(await read()).toEqual(before)
  })

  it('says its reason, its end and whose word it is, and is in the history', async () => {
    await pin('firstName', 'Kitty')
    expect(await detail('firstName')).toMatchObject({
      ...{ value: 'Kitty', isLocked: false },
      pin: { reason: 'Asked by the family', until: day(30), by: 'Ada Example' },
    })
    expect((await read()).timeline[0]).toMatchObject({ by: 'Ada Example', run: null, fields: [{ field: 'firstName', after: 'Kitty' }] })
    expect(await server.ask("select 1 as one from audit_entry where action = 'person.pinned'")).toHaveLength(1)
  })

  it('is left by a sync, which brings everything else', async () => {
    await ada.sync(await ada.start([RENAMED, LOU, DORA]), 'sync')
    expect(await read()).toMatchObject({ name: 'Kitty Newcombe', registrationClass: '7B', sync: 'synced' })
  })

  it('comes from the MIS again once its last day has passed', async () => {
    await server.ask("update field_pin set until = current_date - 2 where field = 'firstName'")
    expect(await detail('firstName')).toMatchObject({ isLocked: true, pin: null })
    await ada.sync(await ada.startAgain(), 'sync')
    expect(await read()).toMatchObject({ name: 'Christopher Newcombe' })
  })

  it('is given back at once where somebody says so, also in a review that is open', async () => {
    const run = await ada.startAgain()
    const changesOfKit = async () => (await ada.rows(run)).items.find((it) => it.id === kit)?.changes.map((it) => it.field)
    await pin('firstName', 'Kitty')
    expect(await changesOfKit()).toEqual([])
    await agent.call('people.unpin', { params: { school, person: kit }, body: { field: 'firstName' }, ifMatch: (await read()).version })
    expect(await changesOfKit()).toEqual(['firstName'])
    expect(await detail('firstName')).toMatchObject({ value: 'Kitty', isLocked: true, pin: null })
  })

  it('is refused to whoever looked at an older version', async () => {
    const params = { school, person: kit }
    await expect(
      agent.call('people.pin', { params, body: { field: 'firstName', value: 'Kitty', reason: 'Why', until: day(3) }, ifMatch: 1 }),
    ).rejects.toMatchObject({ problem: { status: 412 } })
  })
})
