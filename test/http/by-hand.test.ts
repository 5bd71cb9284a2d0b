import { describe, expect, it } from 'vitest'
import { directoryState } from '../support/directory-state.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { typesIn } from '../support/typed-in.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const KIT = aPupil('p1', 'Kit', 'Newcombe', { birthDate: '2013-05-04' })
const LOU = aPupil('p2', 'Lou', 'Marsh', { birthDate: '2013-01-30' })
/** Of the MIS: here somebody typed her as Ida Finch, and a person said that the two are one. */
const ADELAIDE = aPupil('p3', 'Adelaide', 'Finchley')

const typed = await typesIn(server, school, {
  kind: 'pupil',
  fields: { firstName: 'Ida', lastName: 'Finch' },
  registrationClass: null,
})
const first = await ada.start([KIT, LOU, ADELAIDE, DORA])
await ada.savePanels(first)
const { items, version } = await ada.rows(first)
const rowWith = (name: string) => items.find((it) => (it.here ?? it.there)?.name === name)?.id ?? ''
await ada.decide(first, version, [{ row: rowWith('Ida Finch'), act: 'match', with: rowWith('Adelaide Finchley') }])
await ada.sync(first)

const people = async () => (await agent.call('people.list', { params: { school }, query: { kind: 'pupil' } })).items
const idOf = async (q: string) => (await agent.call('people.list', { params: { school }, query: { q } })).items[0]?.id ?? ''
const read = (person: string) => agent.call('people.read', { params: { school, person } })
const at = (person: { readonly id: string; readonly version: number }) => ({
  params: { school, person: person.id },
  ifMatch: person.version,
})
const manage = async (person: string) => agent.call('people.manageByHand', at(await read(person)))
const syncAgain = async (person: string) => agent.call('people.syncAgain', at(await read(person)))
const links = () => server.ask("select * from link where record_kind = 'person' order by record_id, source_id")
const audited = () => server.ask<{ action: string }>("select action from audit_entry where action like 'person.%' order by at, id")
const rowOf = async (run: Awaited<ReturnType<typeof ada.start>>, name: string) =>
  (await ada.rows(run)).items.find((it) => it.here?.name === name)

const kit = await idOf('Kit')

describe('D3 a synced record managed by hand', () => {
  it('is unlocked, stays as it was last synced, and says who did it', async () => {
    const before = await read(kit)
    expect(before).toMatchObject({ sync: 'synced', lockedBy: expect.any(String) })
    const after = await manage(kit)
    expect(after).toMatchObject({ sync: 'not_matched', reason: 'by_hand', lockedBy: null, classes: before.classes })
    expect(after.fields).toEqual(before.fields.map((it) => ({ ...it, isLocked: false })))
    expect(after.timeline[0]).toMatchObject({ operation: 'by_hand', by: 'Ada Example', run: null, fields: [] })
    expect((await agent.call('people.why', { params: { school, person: kit } })).later.map((it) => it.rule.code)).toContain('by_hand')
  })

  it('is not taken back by a sync of the same file, which adds nobody in its place', async () => {
    const before = await directoryState(server, 'oak')
    const linked = await links()
    const run = await ada.startAgain()
    expect(await rowOf(run, 'Kit Newcombe')).toMatchObject({ status: 'not_matched', reason: { code: 'by_hand' } })
    expect((await ada.rows(run, { filter: 'new' })).items).toEqual([])
    await ada.sync(run, 'sync')
    expect(await directoryState(server, 'oak')).toEqual(before)
    expect(await links()).toEqual(linked)
  })

  it('is found by whoever asks why the person is missing', async () => {
    const found = await agent.call('people.missing', { params: { school }, body: { q: 'Newcombe' } })
    expect(found.items).toMatchObject([{ person: kit, reason: { code: 'here_by_hand' } }])
  })

  it('is asked about, and never taken unasked, where the MIS names the person under another id', async () => {
    const run = await ada.start([{ ...KIT, id: 'p9' }, LOU, ADELAIDE, DORA])
    expect(await rowOf(run, 'Kit Newcombe')).toMatchObject({ status: 'may_match', reason: { code: 'by_hand' } })
    await ada.sync(run, 'sync')
    expect(await read(kit)).toMatchObject({ sync: 'not_matched', reason: 'by_hand' })
    expect(await people()).toHaveLength(3)
  })

  it('is edited here, and keeps what was typed while the MIS says something else', async () => {
    const person = await read(kit)
    await agent.call('people.change', { ...at(person), body: { fields: { lastName: 'Bell' } } })
    await ada.sync(await ada.start([{ ...KIT, last: 'Stone' }, LOU, ADELAIDE, DORA]))
    expect(await read(kit)).toMatchObject({ name: 'Kit Bell', reason: 'by_hand' })
    expect(await people()).toHaveLength(3)
  })

  it('is synced again as before: locked at once, and updated by the next sync', async () => {
    const after = await syncAgain(kit)
    expect(after).toMatchObject({ sync: 'synced', reason: null, name: 'Kit Bell' })
    expect(after.timeline[0]).toMatchObject({ operation: 'synced_again', by: 'Ada Example' })
    expect(after.fields.find((it) => it.field === 'lastName')).toMatchObject({ isLocked: true })
    await ada.sync(await ada.start([KIT, LOU, ADELAIDE, DORA]))
    expect(await read(kit)).toMatchObject({ name: 'Kit Newcombe' })
    expect(await audited()).toEqual([{ action: 'person.by_hand' }, { action: 'person.synced_again' }])
  })
})

describe('D3 the way back', () => {
  it('restores exactly what was, and a match that a person made before comes back with it and not by itself', async () => {
    const before = { state: await directoryState(server, 'oak'), links: await links() }
    expect(await read(typed)).toMatchObject({ sync: 'synced' })
    await manage(typed)
    await ada.sync(await ada.startAgain())
    expect(await read(typed)).toMatchObject({ reason: 'by_hand' })
    expect(await people()).toHaveLength(3)
    await syncAgain(typed)
    expect({ state: await directoryState(server, 'oak'), links: await links() }).toEqual(before)
  })

  it('is refused where there is none, where the record was changed since, and where somebody else stands there', async () => {
    const lou = await idOf('Lou')
    await expect(syncAgain(lou)).rejects.toMatchObject({ problem: { status: 409, code: 'person.not_by_hand' } })
    const seen = await read(lou)
    await manage(lou)
    await expect(manage(lou)).rejects.toMatchObject({ problem: { status: 409, code: 'person.not_synced' } })
    await expect(agent.call('people.syncAgain', at(seen))).rejects.toMatchObject({
      problem: { status: 412, code: 'version.changed', changedBy: { name: 'Ada Example' } },
    })
    const stranger = await typesIn(server, school, {
      kind: 'pupil',
      fields: { firstName: 'Max', lastName: 'Oriel' },
      registrationClass: null,
    })
    await server.ask(
      `insert into link (school_id, record_kind, record_id, connection_id, source_kind, source_id, started_at)
       select school_id, 'person', $2, connection_id, source_kind, source_id, now() from link where record_id = $1`,
      [lou, stranger],
    )
    await expect(syncAgain(lou)).rejects.toMatchObject({ problem: { status: 409, code: 'person.link_taken' } })
    await server.ask('delete from link where record_id = $1', [stranger])
    expect(await syncAgain(lou)).toMatchObject({ sync: 'synced' })
  })

  it('D18 is for coordinators of the school: a deputy and a viewer may neither', async () => {
    for (const [role, name] of [
      ['deputy', 'Tom Reid'],
      ['viewer', 'Fay Lund'],
    ] as const) {
      const other = await server.join(agent, school, { role, name })
      const person = at(await read(kit))
      await expect(other.call('people.manageByHand', person)).rejects.toMatchObject({ problem: { status: 403 } })
      await expect(other.call('people.syncAgain', person)).rejects.toMatchObject({ problem: { status: 403 } })
    }
    const nobody = { params: { school, person: '0190a000-0000-7000-8000-0000000000ee' }, ifMatch: 1 }
    await expect(agent.call('people.manageByHand', nobody)).rejects.toMatchObject({ problem: { status: 404 } })
    expect(await read(kit)).toMatchObject({ sync: 'synced' })
  })
})

describe('D3 while a sync is prepared', () => {
  it('a plan that would write on the record is not applied any more', async () => {
    const run = await ada.start([{ ...KIT, last: 'Drift' }, LOU, ADELAIDE, DORA])
    const { hash } = await ada.plan(run)
    await manage(kit)
    const body = { planHash: hash }
    // the review was computed anew, and its plan is to be made anew
    const refused = agent.call('runs.apply', { params: { school, run: run.id }, body })
    await expect(refused).rejects.toMatchObject({ problem: { status: 409 } })
    expect(await read(kit)).toMatchObject({ name: 'Kit Newcombe', reason: 'by_hand' })
    await ada.sync(await ada.settled(run, ['reviewing']))
    expect(await read(kit)).toMatchObject({ name: 'Kit Newcombe', reason: 'by_hand' })
  })
})

describe('C48 a leaver managed by hand', () => {
  it('is no leaver any more, is in their class again, and no sync takes the record back or adds a second one', async () => {
    await syncAgain(kit)
    await ada.sync(await ada.start([LOU, ADELAIDE, DORA]))
    const left = await read(kit)
    expect(left).toMatchObject({ sync: 'desynced', reason: 'left', goesBackTo: null })
    const kept = await manage(kit)
    expect(kept).toMatchObject({ sync: 'not_matched', reason: 'by_hand', goesBackTo: 'left', classes: left.classes })
    expect((await people()).map((it) => it.id)).toContain(kit)
    const [theirs] = (await agent.call('classes.list', { params: { school }, query: { q: '7A' } })).items
    expect(theirs).toMatchObject({ pupils: 3 })
    await ada.sync(await ada.start([KIT, LOU, ADELAIDE, DORA]))
    expect(await read(kit)).toMatchObject({ reason: 'by_hand' })
    expect((await people()).filter((it) => it.name.startsWith('Kit')).map((it) => it.id)).toEqual([kit])
  })

  it('is a leaver again when given back, since the same day, and linked by the next sync that finds them', async () => {
    const [before] = await server.ask('select before from directory_change where record_id = $1 order by at desc, id desc limit 1', [kit])
    expect(await syncAgain(kit)).toMatchObject({ sync: 'desynced', reason: 'left', goesBackTo: null })
    const [link] = await server.ask<{ state: string; endedAt: Date }>(
      'select end_reason as state, ended_at as "endedAt" from link where record_id = $1',
      [kit],
    )
    expect(before).toMatchObject({ before: { link: { state: link?.state, endedAt: link?.endedAt.toISOString() } } })
    await ada.sync(await ada.startAgain())
    expect(await read(kit)).toMatchObject({ sync: 'synced' })
  })
})
