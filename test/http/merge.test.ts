import { describe, expect, it } from 'vitest'
import { directoryState } from '../support/directory-state.ts'
import { oneRoster, writePackage } from '../support/packages.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { typesIn } from '../support/typed-in.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const where = { params: { school } }
const ADA = aPupil('p1', 'Ada', 'Marshwood', { birthDate: '2013-05-04' })
/** Ada once more, under another id of the MIS. */
const ADA_AGAIN = { ...ADA, id: 'p9', classes: ['7B'] }
const BEN = aPupil('p2', 'Ben', 'Okafor', { birthDate: '2013-01-30' })

const sync = (...who: Parameters<typeof oneRoster>[0]) =>
  server.sync(writePackage(server.folder, oneRoster(who, { id: 'oak', name: 'Oak School' })))
const people = async (query: object = {}) =>
  (await agent.call('people.list', { ...where, query: { kind: 'pupil', ...query } })).items.map(
    (it) => `${it.name} ${it.sync} ${it.registrationClass ?? '-'}`,
  )
const read = (person: string) => agent.call('people.read', { params: { school, person } })
const pairs = async () => (await agent.call('duplicates.list', { ...where, query: {} })).items
const state = () => directoryState(server, 'oak')

async function merges(keep: string, other: string) {
  const body = { merges: [{ keep, others: [other] }] }
  const plan = await agent.call('people.planMerge', { ...where, body })
  const done = await agent.call('people.merge', { ...where, body: { ...body, planHash: plan.planHash } })
  return { plan, run: done.run }
}

async function splits(person: string) {
  const plan = await agent.call('people.planSplit', { params: { school, person } })
  await agent.call('people.split', { params: { school, person }, body: { planHash: plan.planHash } })
  return plan
}

describe('two records here for one person', () => {
  it('D26 are shown as a plan, merged by its hash, and a later sync makes nobody new of the merged one (S-80)', async () => {
    await sync(ADA, BEN)
    const typed = await typesIn(server, school, {
      kind: 'pupil',
      fields: { firstName: 'Ada', lastName: 'Marshwood', birthDate: '2013-05-04', middleName: 'Rose' },
      registrationClass: null,
    })
    const [pair] = await pairs()
    const before = await state()
    expect(pair).toMatchObject({ keep: { sync: 'synced' }, other: { id: typed } })
    const keep = pair?.keep.id ?? ''
    const body = { merges: [{ keep, others: [typed] }] }
    const plan = await agent.call('people.planMerge', { ...where, body })
    expect(plan.people).toEqual([
      {
        id: keep,
        kind: 'pupil',
        name: 'Ada Marshwood',
        others: [{ id: typed, name: 'Ada Marshwood' }],
        fields: [{ field: 'middleName', before: null, after: 'Rose' }],
        link: 'stays',
        secondRecords: 0,
        stays: [],
      },
    ])
    expect(await state()).toEqual(before)
    await expect(agent.call('people.merge', { ...where, body: { ...body, planHash: 'f'.repeat(64) } })).rejects.toMatchObject({
      problem: { status: 409, code: 'people.other_plan' },
    })
    await agent.call('people.merge', { ...where, body: { ...body, planHash: plan.planHash } })
    expect(await people()).toEqual(['Ada Marshwood synced 7A', 'Ben Okafor synced 7A'])
    expect(await pairs()).toEqual([])
    expect(await read(typed)).toMatchObject({ mergedInto: { id: keep, name: 'Ada Marshwood' } })
    expect(await read(keep)).toMatchObject({ mergedFrom: [{ id: typed }], timeline: [{ operation: 'merge', by: 'Ada Example' }, {}] })
    const { school: after } = await sync(ADA, BEN)
    expect(after.changes).toMatchObject({ created: 0, linked: 0, desynced: 0 })
    expect(await people()).toHaveLength(2)
    await splits(typed)
    expect(await state()).toEqual(before)
  })

  it('D26 the link moves to the kept record where only the other one is synced, and back when they are split', async () => {
    const [pair] = await pairs()
    const [synced, typed] = [pair?.keep.id ?? '', pair?.other.id ?? '']
    const before = await state()
    const { plan } = await merges(typed, synced)
    expect(plan.people[0]).toMatchObject({ id: typed, link: 'moves' })
    expect(await people()).toEqual(['Ada Marshwood synced 7A', 'Ben Okafor synced 7A'])
    const { school: after } = await sync({ ...ADA, last: 'Marshwood-Bell' }, BEN)
    expect(after.changes).toMatchObject({ created: 0, updated: 1 })
    expect(await read(typed)).toMatchObject({ name: 'Ada Marshwood-Bell' })
    await sync(ADA, BEN)
    await splits(synced)
    const { links } = await state()
    expect(links).toEqual(before.links)
    expect(await read(typed)).toMatchObject({ sync: 'not_matched', mergedFrom: [] })
    expect(await people()).toHaveLength(3)
  })

  it('a merged record is not edited, merged again or offered, and one that stands for itself cannot be split', async () => {
    const [pair] = await pairs()
    const [keep, other] = [pair?.keep.id ?? '', pair?.other.id ?? '']
    await expect(agent.call('people.planSplit', { params: { school, person: other } })).rejects.toMatchObject({
      problem: { code: 'people.not_merged' },
    })
    await merges(keep, other)
    const merged = await read(other)
    await expect(
      agent.call('people.change', { params: { school, person: other }, body: { fields: { middleName: 'X' } }, ifMatch: merged.version }),
    ).rejects.toMatchObject({ problem: { code: 'person.merged' } })
    const body = { merges: [{ keep, others: [other] }] }
    await expect(agent.call('people.planMerge', { ...where, body })).rejects.toMatchObject({ problem: { code: 'people.not_a_pair' } })
    await splits(other)
  })

  it('N-02 the merge stands in the history, and is undone there like any run', async () => {
    const [pair] = await pairs()
    const before = await state()
    const { run } = await merges(pair?.keep.id ?? '', pair?.other.id ?? '')
    const listed = (await agent.call('runs.list', { ...where, query: {} })).items[0]
    expect(listed).toMatchObject({ id: run, purpose: 'merge', state: 'applied', actor: 'Ada Example' })
    const undo = await agent.call('runs.undo', { params: { school, run } })
    const ada = reviewerAt(server, agent, school)
    await ada.sync(undo)
    expect(await state()).toEqual(before)
    expect(await agent.call('runs.read', { params: { school, run } })).toMatchObject({ state: 'undone' })
  })
})

describe('two records in the MIS for one person', () => {
  it('D26 one stays linked, the other makes nobody new, and takes over when the first has left', async () => {
    const [pair] = await pairs()
    await merges(pair?.keep.id ?? '', pair?.other.id ?? '')
    // with another birth date at first: of two records that say the same, the second would wait for a word (C27)
    await sync(ADA, { ...ADA_AGAIN, birthDate: '2012-05-04' }, BEN)
    await sync(ADA, ADA_AGAIN, BEN)
    const adas = (await agent.call('people.list', { ...where, query: { q: 'ada marshwood', sync: 'synced' } })).items
    expect(adas).toHaveLength(2)
    const [one, other] = [
      adas.find((it) => it.registrationClass === '7A')?.id ?? '',
      adas.find((it) => it.registrationClass === '7B')?.id ?? '',
    ]
    const { plan } = await merges(one, other)
    expect(plan.people[0]).toMatchObject({ link: 'stays', secondRecords: 1 })
    expect((await sync(ADA, ADA_AGAIN, BEN)).school.changes).toMatchObject({ created: 0, linked: 0, updated: 0, desynced: 0 })
    expect((await sync(ADA_AGAIN, BEN)).school.changes).toMatchObject({ created: 0, linked: 1, desynced: 0 })
    expect(await read(one)).toMatchObject({ sync: 'synced', registrationClass: '7B' })
    // the first comes back: it is the second now
    expect((await sync(ADA, ADA_AGAIN, BEN)).school.changes).toMatchObject({ created: 0, linked: 0, desynced: 0 })
    expect((await sync(ADA, ADA_AGAIN, BEN)).school.changes).toMatchObject({ created: 0, linked: 0, updated: 0, desynced: 0 })
  })
})

describe('a review that is going on', () => {
  it('keeps its decisions while people are merged, and shows them as one', async () => {
    const ada = reviewerAt(server, agent, school)
    const cleo = aPupil('p5', 'Cleo', 'Patelson', { birthDate: '2013-03-03' })
    const fields = { firstName: 'Ben', lastName: 'Okafor', birthDate: '2013-01-30' }
    await typesIn(server, school, { kind: 'pupil', fields, registrationClass: null })
    const run = await ada.start([ADA, BEN, cleo, DORA])
    const rows = await ada.rows(run, { filter: 'all' })
    const fresh = rows.items.find((it) => it.there?.name === 'Cleo Patelson')
    await ada.decide(run, rows.version, [{ row: fresh?.id ?? '', act: 'leave_out' }])
    const [pair] = await pairs()
    await merges(pair?.keep.id ?? '', pair?.other.id ?? '')
    const after = await ada.rows(run, { filter: 'all' })
    expect(after.items.map((it) => it.here?.name ?? it.there?.name).filter((it) => it === 'Ben Okafor')).toHaveLength(1)
    expect(after.items.find((it) => it.there?.name === 'Cleo Patelson')).toMatchObject({ willImport: false, decided: { act: 'leave_out' } })
  })

  it('N-02 stays, with its decisions, while a merge is undone from the history', async () => {
    const ada = reviewerAt(server, agent, school)
    const cleo = aPupil('p5', 'Cleo', 'Patelson', { birthDate: '2013-03-03' })
    const fields = { firstName: 'Ada', lastName: 'Marshwood', birthDate: '2013-05-04' }
    await typesIn(server, school, { kind: 'pupil', fields, registrationClass: null })
    const [pair] = await pairs()
    const { run: merge } = await merges(pair?.keep.id ?? '', pair?.other.id ?? '')
    const run = await ada.start([ADA, BEN, cleo, DORA])
    const rows = await ada.rows(run, { filter: 'all' })
    const fresh = rows.items.find((it) => it.there?.name === 'Cleo Patelson')
    await ada.decide(run, rows.version, [{ row: fresh?.id ?? '', act: 'leave_out' }])
    const undo = await agent.call('runs.undo', { params: { school, run: merge } })
    // both are there: the review is what is gone on with
    expect(await agent.call('runs.open', where)).toMatchObject({ run: { id: run.id, state: 'reviewing' } })
    await ada.sync(undo)
    const after = await ada.rows(run, { filter: 'all' })
    expect(after.version).toBeGreaterThan(rows.version)
    expect(after.items.find((it) => it.there?.name === 'Cleo Patelson')).toMatchObject({ willImport: false, decided: { act: 'leave_out' } })
    expect(after.items.filter((it) => it.here?.name === 'Ada Marshwood').length).toBeGreaterThan(
      rows.items.filter((it) => it.here?.name === 'Ada Marshwood').length,
    )
  })
})
