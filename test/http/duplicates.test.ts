import { describe, expect, it } from 'vitest'
import { oneRoster, writePackage } from '../support/packages.ts'
import { testServer } from '../support/server.ts'
import { typesIn } from '../support/typed-in.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const where = { params: { school } }
const ADA = { id: 'p1', first: 'Ada', last: 'Marshwood', birthDate: '2013-05-04', grade: '7', classes: ['7A'] }
const BEN = { id: 'p2', first: 'Ben', last: 'Okafor', birthDate: '2013-01-30', grade: '7', classes: ['7A'] }
/** The twin of Ada. */
const EVE = { ...ADA, id: 'p3', first: 'Eve' }

const sync = (...who: Parameters<typeof oneRoster>[0]) =>
  server.sync(writePackage(server.folder, oneRoster(who, { id: 'oak', name: 'Oak School' })))

const list = (query: object = {}) => agent.call('duplicates.list', { ...where, query })
const shown = async (query: object = {}) =>
  (await list(query)).items.map((it) => `${it.keep.name} (${it.keep.sync}) = ${it.other.name} (${it.other.sync})`)

await sync(ADA, BEN, EVE)
await typesIn(server, school, {
  kind: 'pupil',
  fields: { firstName: 'Ada', lastName: 'Marshwood', birthDate: '2013-05-04' },
  registrationClass: null,
})

describe('possible duplicates', () => {
  it('S-76 S-139 who is here twice is listed, the synced record to keep; a twin is not', async () => {
    expect(await shown()).toEqual(['Ada Marshwood (synced) = Ada Marshwood (not_matched)'])
    const [pair] = (await list()).items
    expect(pair).toMatchObject({ kind: 'pupil', basis: 'names', isSure: false, answered: null })
    expect(pair?.evidence.map((it) => it.code)).toEqual(expect.arrayContaining(['birth_date.exact', 'forename.exact', 'surname.exact']))
    expect((await list()).counts).toEqual({ open: 1, sure: 0, not_same: 0 })
  })

  it('S-80 "not the same person" is kept, outlives a sync, and can be taken back', async () => {
    const [pair] = (await list()).items
    const pairs = [{ one: pair?.other.id ?? '', other: pair?.keep.id ?? '' }]
    await agent.call('duplicates.answer', { ...where, body: { pairs, answer: 'not_same' } })
    expect(await shown()).toEqual([])
    await sync({ ...ADA, last: 'Marshwood-Bell' }, BEN, EVE)
    await sync(ADA, BEN, EVE)
    expect(await shown()).toEqual([])
    const told = await list({ show: 'not_same' })
    expect(told.items[0]).toMatchObject({ answered: { by: 'Ada Example' } })
    expect(told.counts).toEqual({ open: 0, sure: 0, not_same: 1 })
    await agent.call('duplicates.answer', { ...where, body: { pairs, answer: 'open' } })
    expect(await shown()).toHaveLength(1)
  })

  it('the same answer twice is one, and what is no pair is refused as a whole', async () => {
    const [pair] = (await list()).items
    const one = { one: pair?.keep.id ?? '', other: pair?.other.id ?? '' }
    const self = { one: one.one, other: one.one }
    await expect(agent.call('duplicates.answer', { ...where, body: { pairs: [one, self], answer: 'not_same' } })).rejects.toMatchObject({
      problem: { status: 409, code: 'people.not_a_pair' },
    })
    expect(await shown()).toHaveLength(1)
    for (const _ of [1, 2]) await agent.call('duplicates.answer', { ...where, body: { pairs: [one], answer: 'not_same' } })
    expect(await server.ask('select 1 from not_same')).toHaveLength(1)
    await agent.call('duplicates.answer', { ...where, body: { pairs: [one], answer: 'open' } })
  })

  it('S-21 a viewer sees none of it, and another school nothing of this one', async () => {
    const viewer = await server.join(agent, school, { role: 'viewer', name: 'Fay Lund' })
    await expect(viewer.call('duplicates.list', { ...where, query: {} })).rejects.toMatchObject({ problem: { status: 403 } })
  })
})
