import { describe, expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const tomsBrowser = await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' })
const ada = reviewerAt(server, agent, school)
const tom = reviewerAt(server, tomsBrowser, school)

const FIRST_YEAR = [
  aPupil('p1', 'Nadia', 'Fernbank', { birthDate: '2014-03-02' }),
  aPupil('p2', 'Tomas', 'Hollow', { birthDate: '2014-05-12' }),
  aPupil('p3', 'Ines', 'Marchwood', { birthDate: '2013-11-30' }),
  DORA,
]

/** Puts the school into the state of a first sync, once; tests after it build on what is there. */
describe('a person reviews and syncs', () => {
  it('S-13 nothing can be started before there is a file', async () => {
    await expect(agent.call('runs.start', { params: { school }, body: { scope: 'all' } })).rejects.toMatchObject({
      problem: { code: 'run.no_data' },
    })
  })

  it('S-40, S-41, S-44, S-49 a first sync goes through its panels in order, writes nothing before Sync, then everything', async () => {
    const run = await ada.start(FIRST_YEAR)
    expect(run).toMatchObject({ isFirst: true, openPanels: ['staff'], savedPanels: [] })
    const early = agent.call('runs.savePanel', { params: { school, run: run.id, panel: 'pupils' } })
    await expect(early).rejects.toMatchObject({ problem: { code: 'run.panel_not_saved' } })
    const unplanned = agent.call('runs.plan', { params: { school, run: run.id }, body: { mayMatch: 'ask' } })
    await expect(unplanned).rejects.toMatchObject({ problem: { code: 'run.panel_not_saved' } })
    const staff = await agent.call('runs.rows', { params: { school, run: run.id }, query: { kind: 'staff' } })
    expect(staff.items).toMatchObject([{ status: 'new', willImport: false, there: { name: 'Dora Quill' } }])
    const imported = await ada.decide(run, run.version, [{ row: staff.items[0]?.id ?? '', act: 'import' }])
    expect(imported).toMatchObject({ made: 1, counts: { importing: 1 }, rows: [{ willImport: true }] })
    expect(await server.ask('select 1 from person')).toEqual([])
    await ada.savePanels(run)
    const applied = await ada.sync(run)
    expect(applied).toMatchObject({ state: 'applied', counts: { created: 4 }, messagesHeld: 1 })
    expect(await server.ask('select 1 from person')).toHaveLength(4)
  })

  it('S-50, S-42 the same file again changes nothing, and every panel is free', async () => {
    const run = await ada.start(FIRST_YEAR)
    expect(run.openPanels).toHaveLength(5)
    const plan = await agent.call('runs.plan', { params: { school, run: run.id }, body: { mayMatch: 'ask' } })
    expect(plan).toMatchObject({ changes: 0, state: 'ready' })
    expect(plan.lines.map((it) => `${it.id} ${it.count}`)).toEqual(['pupil.unchanged 3', 'staff.unchanged 1'])
    expect(await ada.sync(run)).toMatchObject({ state: 'applied' })
  })

  const SEPTEMBER = [
    aPupil('p1', 'Nadia', 'Fernbank', { birthDate: '2014-03-02', grade: '8', classes: ['8A'] }),
    aPupil('p2', 'Tomas', 'Hollow', { birthDate: '2014-05-12' }),
    aPupil('x5', 'Sam', 'Taylor'),
    aPupil('p3', 'Ines', 'Marchwood', { birthDate: '2013-11-30' }),
    aPupil('p9', 'Wren', 'Ashdown', { birthDate: '2014-09-09' }),
    DORA,
  ]

  it('somebody is added by hand who may be in the MIS too', async () => {
    await server.ask(`insert into person (school_id, id, kind, first_name, last_name, status)
      select id, '0190a000-0000-7000-8000-0000000000a5', 'pupil', 'Sam', 'Taylor', 'active' from school`)
  })

  it('S-51, S-64, S-67, D11 shows ours left, theirs right and what changes, the undecided first, and asks about them once', async () => {
    const run = await ada.start(SEPTEMBER)
    const { items } = await ada.rows(run)
    expect(items.map((it) => `${it.here?.name ?? '-'} | ${it.there?.name ?? '-'} | ${it.status}`)).toEqual([
      'Sam Taylor | Sam Taylor | may_match',
      '- | Wren Ashdown | new',
      'Nadia Fernbank | Nadia Fernbank | synced',
      'Tomas Hollow | Tomas Hollow | synced',
      'Ines Marchwood | Ines Marchwood | synced',
    ])
    expect(items[2]?.changes).toEqual([
      { field: 'yearGroup', before: 'Year 7', after: 'Year 8' },
      { field: 'registrationClass', before: '7A', after: '8A' },
    ])
    const asked = agent.call('runs.plan', { params: { school, run: run.id }, body: { mayMatch: 'ask' } })
    await expect(asked).rejects.toMatchObject({ problem: { code: 'review.undecided', params: { count: 1 } } })
    const left = await agent.call('runs.plan', { params: { school, run: run.id }, body: { mayMatch: 'leave_out' } })
    expect(left.lines).toContainEqual(expect.objectContaining({ id: 'pupil.may_match', count: 1, section: 'left_out' }))
  })

  it('S-59, S-60, D2 a pair is split, taken back, confirmed; every answer counts anew, and undoing gives the exact rows back', async () => {
    const run = await ada.start(SEPTEMBER)
    const before = await ada.rows(run)
    const pair = before.items.find((it) => it.status === 'may_match')
    const split = await ada.decide(run, before.version, [{ row: pair?.id ?? '', act: 'different' }])
    expect(split.counts.filters).toMatchObject({ not_matched: 1, new: 2, may_match: 0, needs_decision: 0 })
    expect(split.counts.decided).toBe(1)
    const undone = await agent.call('runs.undecide', { params: { school, run: run.id }, body: { batch: split.batch ?? '' } })
    expect(undone.counts).toMatchObject({ decided: 0, filters: { may_match: 1, needs_decision: 1 } })
    const after = await ada.rows(run)
    expect(after.items.map(({ version: _, ...it }) => it)).toEqual(before.items.map(({ version: _, ...it }) => it))
    const same = await ada.decide(run, undone.version, [{ row: pair?.id ?? '', act: 'same' }])
    expect(same.rows).toMatchObject([{ status: 'matched', decided: { act: 'match', by: 'Ada Example' } }])
    await ada.discard(run)
  })

  it('a decision about a row that somebody else has decided since is refused, with their name; another row goes through', async () => {
    const run = await ada.start(SEPTEMBER)
    const seen = await ada.rows(run)
    const [first, second] = [seen.items.find((it) => it.status === 'may_match'), seen.items.find((it) => it.status === 'new')]
    await tom.decide(run, seen.version, [{ row: first?.id ?? '', act: 'different' }])
    // what no longer fits the row is refused for the same reason
    const late = ada.decide(run, seen.version, [{ row: first?.id ?? '', act: 'same' }])
    await expect(late).rejects.toMatchObject({
      problem: { status: 412, code: 'decision.overtaken', changedBy: { name: 'Tom Reid', rows: [first?.id] } },
    })
    expect(await ada.decide(run, seen.version, [{ row: second?.id ?? '', act: 'leave_out' }])).toMatchObject({
      made: 1,
      rows: [{ willImport: false }],
    })
    await ada.discard(run)
  })

  it('S-59 Match finds everybody on the other side, ranked, and typed text ranks anew without hiding anybody', async () => {
    const run = await ada.start([...SEPTEMBER, aPupil('p10', 'Tomasz', 'Holloway', { birthDate: '2014-05-12' })])
    const list = await ada.rows(run, { filter: 'new' })
    const wren = list.items.find((it) => it.there?.name === 'Wren Ashdown')
    const ask = (q: string) => agent.call('runs.candidates', { params: { school, run: run.id, row: wren?.id ?? '' }, body: { q } })
    const all = await ask('')
    expect(all.candidates).toHaveLength(4)
    expect((await ask('marchwood')).candidates[0]).toMatchObject({ side: { name: 'Ines Marchwood' }, takenBy: 'Ines Marchwood' })
    expect((await ask('fern')).candidates[0]).toMatchObject({ side: { name: 'Nadia Fernbank' } })
    const ines = (await ask('marchwood')).candidates[0]
    const matched = await ada.decide(run, list.version, [{ row: wren?.id ?? '', act: 'match', with: ines?.row ?? '' }])
    expect(matched.counts.filters).toMatchObject({ matched: 1 })
    expect((await ada.rows(run, { q: 'ines' })).items.map((it) => it.there?.name ?? '-').sort()).toEqual(['Ines Marchwood', 'Wren Ashdown'])
    await ada.discard(run)
  })

  it('D13, S-46 pupils alone: their panel by itself writes what it shows, and whose class is not here yet stays in theirs', async () => {
    const run = await ada.start(SEPTEMBER, 'pupils')
    const moved = (await ada.rows(run)).items.find((it) => it.here?.name === 'Nadia Fernbank')
    expect(moved?.changes.map((it) => it.field)).toEqual(['yearGroup'])
    const applied = await tom.sync(run, 'leave_out')
    expect(applied).toMatchObject({ scope: 'pupils', counts: { created: 1, updated: 1 } })
    expect(
      await server.ask(
        "select c.name from enrolment e join class c on c.id = e.class_id join person p on p.id = e.person_id where p.first_name = 'Nadia'",
      ),
    ).toEqual([{ name: '7A' }])
    expect(await server.ask("select 1 from class where name = '8A'")).toEqual([])
    const home = await agent.call('home.read', { params: { school } })
    expect(home.lastApplied?.id).toBe(run.id)
  })

  it('N-02 a sync is undone from history by the coordinator, as a plan like any; a deputy may not', async () => {
    const run = await agent.call('runs.list', { params: { school }, query: { limit: 1 } })
    const last = run.items[0]
    await expect(tomsBrowser.call('runs.undo', { params: { school, run: last?.id ?? '' } })).rejects.toMatchObject({
      problem: { status: 403 },
    })
    const undo = await agent.call('runs.undo', { params: { school, run: last?.id ?? '' } })
    const undone = await ada.sync(undo)
    expect(undone).toMatchObject({ purpose: 'undo', state: 'applied' })
    expect(await agent.call('runs.read', { params: { school, run: last?.id ?? '' } })).toMatchObject({
      state: 'undone',
      undoneBy: undone.id,
    })
    expect(await server.ask("select 1 from person where first_name = 'Wren'")).toEqual([])
  })

  it('a discarded run takes its decisions along, and nothing has changed', async () => {
    const run = await ada.start(SEPTEMBER)
    const list = await ada.rows(run)
    const pair = list.items.find((it) => it.status === 'may_match')
    await ada.decide(run, list.version, [{ row: pair?.id ?? '', act: 'different' }])
    expect(await ada.discard(run)).toMatchObject({ state: 'discarded' })
    const again = await ada.start(SEPTEMBER)
    expect((await ada.rows(again)).items.find((it) => it.id === pair?.id)?.status).toBe('may_match')
  })
})
