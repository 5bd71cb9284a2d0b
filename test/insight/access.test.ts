import { describe, expect, it } from 'vitest'
import type { RouteAnswer, RouteBody, RouteQuery } from '../../src/contract/index.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const KIT = aPupil('p1', 'Kit', 'Newcombe')
const LOU = aPupil('p2', 'Lou', 'Marsh', { grade: '8', classes: ['8A'] })
const ZED = aPupil('p3', 'Zed', 'Abbot')
const EZRA = { ...DORA, id: 't2', first: 'Ezra', last: 'Pound', email: 'e@oak.example.test' }

/** New staff are imported where somebody says so (S-61). */
const importStaff = async (run: Run) => {
  const staff = await ada.rows(run, { kind: 'staff', filter: 'new' })
  const news = staff.items.map((it) => ({ row: it.id, act: 'import' as const }))
  if (news.length > 0) await ada.decide(run, staff.version, news)
}

const first = await ada.start([KIT, LOU, ZED, DORA])
await ada.savePanels(first)
await importStaff(first)
await ada.sync(first)

type List = RouteAnswer<'access.list'>
const list = (query: RouteQuery<'access.list'> = {}): Promise<List> => agent.call('access.list', { params: { school }, query })
const names = async (query?: RouteQuery<'access.list'>) => (await list(query)).items.map((it) => it.name)
const idOf = async (name: string): Promise<string> => {
  for (const state of ['with', 'without', 'limited'] as const) {
    const [found] = (await list({ state, q: name })).items
    if (found !== undefined) return found.id
  }
  throw new Error(name)
}
const { application } = await list()
const change = (to: RouteBody<'access.change'>['to'], people: readonly string[], to_ = application) =>
  agent.call('access.change', { params: { school }, body: { application: to_, people: [...people], to } })

describe('access to an application', () => {
  it('S-33 staff whom a sync has added have it by themselves, S-34 pupils do not', async () => {
    expect(await list()).toMatchObject({
      applications: [{ id: application, audience: 'everyone' }],
      total: 1,
      items: [{ name: 'Dora Quill', kind: 'staff', state: 'with', lacks: [], changed: { by: null } }],
      counts: { with: 1, without: 3, limited: 0, pending_deletion: 0 },
      yearGroups: ['Year 7', 'Year 8'],
      registrationClasses: ['7A', '8A'],
    })
    expect(await names({ state: 'without' })).toEqual(['Zed Abbot', 'Lou Marsh', 'Kit Newcombe'])
    expect((await list({ state: 'without', q: 'kit' })).items[0]).toMatchObject({ state: 'without', changed: null })
  })

  it('S-32 is given to many and taken from them, and says whose it was that changed', async () => {
    const [kit, zed, dora] = await Promise.all([idOf('Kit'), idOf('Zed'), idOf('Dora')])
    const given = await change('with', [kit, zed, dora])
    expect(new Set(given.changed)).toEqual(new Set([kit, zed]))
    expect(given.limited).toBe(0)
    expect((await list({ q: 'kit' })).items).toMatchObject([{ state: 'with', changed: { by: 'Ada Example' } }])
    expect(await names({ kind: 'pupil', sort: '-name' })).toEqual(['Kit Newcombe', 'Zed Abbot'])

    const taken = await change('without', [kit, dora])
    expect(taken.changed).toHaveLength(2)
    expect(await names()).toEqual(['Zed Abbot'])
    // the way back
    expect((await change('with', taken.changed)).changed).toHaveLength(2)
    expect((await list()).counts).toMatchObject({ with: 3, without: 1 })
  })

  it('is noted in the audit, once for each act, without a name', async () => {
    const acts = await server.ask("select action, subject from audit_entry where action like 'access.%' order by at, id")
    expect(acts).toEqual(['given', 'taken', 'given'].map((it) => ({ action: `access.${it}`, subject: application })))
  })

  it('S-34 a pupil with access but without a year group or a class is limited, until they have both', async () => {
    const kit = await idOf('Kit')
    const [held] = await server.ask<{ year_group: string }>('select year_group from person where id = $1', [kit])
    await server.ask('update person set year_group = null where id = $1', [kit])
    expect(await list({ state: 'limited' })).toMatchObject({ total: 1, items: [{ id: kit, lacks: ['year_group'] }], counts: { with: 2 } })
    await server.ask('delete from enrolment where person_id = $1', [kit])
    expect((await list({ state: 'limited' })).items).toMatchObject([{ lacks: ['class', 'year_group'] }])
    await change('without', [kit])
    expect(await change('with', [kit])).toEqual({ changed: [kit], limited: 1 })
    await server.ask('update person set year_group = $2 where id = $1', [kit, held?.year_group])
    await server.ask(
      "insert into enrolment select school_id, $1, id, 'pupil', false, true from class where name = '7A' and kind = 'registration'",
      [kit],
    )
    expect((await list({ q: 'kit' })).items).toMatchObject([{ state: 'with', lacks: [] }])
  })

  it('is filtered by year group, class, kind and search, sorted and paged', async () => {
    expect(await names({ state: 'without', yearGroup: 'Year 8' })).toEqual(['Lou Marsh'])
    expect(await names({ registrationClass: '7A' })).toEqual(['Zed Abbot', 'Kit Newcombe'])
    expect(await names({ kind: 'staff' })).toEqual(['Dora Quill'])
    expect(await names({ sort: '-name', limit: 1, page: 2 })).toEqual(['Kit Newcombe'])
    expect((await list({ q: 'zed' })).counts).toEqual({ with: 1, without: 0, limited: 0, pending_deletion: 0 })
  })

  it('whoever waits to be deleted is neither given access nor loses the place in the list', async () => {
    const zed = await idOf('Zed')
    await server.ask("update access_grant set state = 'pending_deletion' where person_id = $1", [zed])
    expect(await names({ state: 'pending_deletion' })).toEqual(['Zed Abbot'])
    expect(await change('with', [zed])).toEqual({ changed: [], limited: 0 })
    expect(await change('without', [zed])).toEqual({ changed: [], limited: 0 })
    await server.ask("update access_grant set state = 'with' where person_id = $1", [zed])
  })
})

describe('a second application', () => {
  const OTHER = '01990000-0000-7000-8000-0000000000aa'

  it('S-35 S-37 shares the people, who start without; staff of later syncs have access to it too', async () => {
    await server.ask("insert into application values ($1, 'Staff room', 'staff', null, now())", [OTHER])
    expect(await list({ application: OTHER })).toMatchObject({ total: 0, application: OTHER, counts: { with: 0, without: 1 } })
    expect(await names({ application: OTHER, state: 'without' })).toEqual(['Dora Quill'])
    const [kit, dora] = await Promise.all([idOf('Kit'), idOf('Dora')])
    // a pupil is nobody it is for
    expect(await change('with', [kit, dora], OTHER)).toEqual({ changed: [dora], limited: 0 })
    expect((await list()).counts).toMatchObject({ with: 3 })
    await change('without', [dora], OTHER)

    const run = await ada.start([KIT, LOU, ZED, DORA, EZRA])
    await importStaff(run)
    await ada.sync(run, 'sync')
    expect(await names({ application: OTHER })).toEqual(['Ezra Pound'])
    expect(await names({ kind: 'staff' })).toEqual(['Ezra Pound', 'Dora Quill'])
  })

  it('S-33 the undo of a sync takes away what it gave, D27 and turns access off for whom it keeps', async () => {
    const [run] = (await agent.call('runs.list', { params: { school } })).items
    const ezra = await idOf('Ezra')
    const person = await agent.call('people.read', { params: { school, person: ezra } })
    await agent.call('people.change', {
      params: { school, person: ezra },
      ifMatch: person.version,
      body: { fields: { email: 'ezra@oak.example.test' } },
    })
    const undo = await agent.call('runs.undo', { params: { school, run: run?.id ?? '' } })
    await ada.sync(undo)
    expect(await names({ kind: 'staff' })).toEqual(['Dora Quill'])
    expect(await names({ application: OTHER })).toEqual([])
    expect((await list({ state: 'without', q: 'ezra' })).items).toMatchObject([{ id: ezra, changed: { by: 'Ada Example' } }])
  })

  it('an application that is not there is said', async () => {
    const none = '01990000-0000-7000-8000-000000000000'
    const of = (call: Promise<unknown>) => expect(call).rejects.toMatchObject({ problem: { code: 'access.application_unknown' } })
    await of(list({ application: none }))
    await of(change('with', [await idOf('Kit')], none))
  })
})
