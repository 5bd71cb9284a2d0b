import { describe, expect, it } from 'vitest'
import type { Agent } from '../support/agent.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const at = (run: Run) => ({ school, run: run.id })

const PEOPLE = [
  aPupil('p1', 'Nadia', 'Fernbank', { email: 'nadia@pupils.example.test' }),
  aPupil('p2', 'Tomas', 'Hollow', { grade: '8', classes: ['8B'], email: 'hollow.family@example.test' }),
  aPupil('p3', 'Ines', 'Marchwood', { grade: 'Sprouts', classes: ['8B', 'drama'] }),
  DORA,
]

const run = await ada.start(PEOPLE)
/** The version that a save must name. */
const version = async (by: Agent = agent) => (await by.call('runs.read', { params: at(run) })).version

describe('the panels of a review', () => {
  it('S-85, S-86 year groups: what is known is suggested, what is not blocks the plan until a person says what it is', async () => {
    const { rows, choices } = await agent.call('runs.yearGroups', { params: at(run) })
    expect(rows).toEqual([
      { raw: '7', pupils: 1, code: '7', isUnknown: false, source: 'suggested', here: 0 },
      { raw: '8', pupils: 1, code: '8', isUnknown: false, source: 'suggested', here: 0 },
      { raw: 'Sprouts', pupils: 1, code: null, isUnknown: true, source: 'unknown', here: 0 },
    ])
    expect(choices).toContainEqual({ code: 'R', name: 'Reception' })
    await ada.savePanels(run)
    await expect(ada.plan(run)).rejects.toMatchObject({ problem: { code: 'review.year_groups_unknown', params: { count: 1 } } })
    const save = (code: string | null, seen: number) =>
      agent.call('runs.saveYearGroups', { params: at(run), ifMatch: seen, body: { rows: [{ raw: 'Sprouts', code }] } })
    await expect(save('R', 0)).rejects.toMatchObject({ problem: { status: 412, code: 'version.changed' } })
    expect((await save('not_synced', await version())).rows[2]).toMatchObject({ raw: 'Sprouts', code: 'not_synced', source: 'left_out' })
    expect((await ada.rows(run, { filter: 'errors' })).items).toMatchObject([
      { there: { name: 'Ines Marchwood' }, error: { code: 'pupil.year_group_left_out' } },
    ])
    expect((await save('R', await version())).rows[0]).toMatchObject({ raw: 'Sprouts', code: 'R', source: 'said' })
    expect((await ada.rows(run, { filter: 'errors' })).items).toEqual([])
  })

  it('S-92, S-97, S-98 classes: each kind by itself, with what will happen; unticked ones are not set up', async () => {
    const { rows } = await agent.call('runs.classes', { params: at(run), query: { kind: 'registration' } })
    expect(rows.map((it) => `${it.name} ${it.pupils} ${it.teachers.join()} ${it.effect}`)).toEqual(['7A 1 Dora Quill new', '8B 2  new'])
    const subjects = await agent.call('runs.classes', { params: at(run), query: { kind: 'subject' } })
    const saved = await agent.call('runs.saveClasses', {
      params: at(run),
      ifMatch: await version(),
      body: { kind: 'subject', rows: subjects.rows.map((it) => ({ id: it.id, isSetUp: false, target: null })) },
    })
    expect(saved.rows).toMatchObject([{ name: 'drama', isSetUp: false, effect: 'not_synced' }])
  })

  it('S-82, S-83, D25 scope: the effect is counted before it is saved, and kept by the school', async () => {
    const scope = await agent.call('runs.scope', { params: at(run) })
    expect(scope).toMatchObject({ cohort: null, pupilEmails: 'none', pupils: 3, withEmail: 2 })
    expect(scope.yearGroups.map((it) => `${it.name} ${it.pupils}`)).toEqual(['Sprouts 1', 'Year 7 1', 'Year 8 1'])
    const cohort = { yearGroups: ['7', 'R'], registrationClasses: [] }
    expect(await agent.call('runs.countScope', { params: at(run), body: { cohort } })).toEqual({ pupils: 2, outside: 1, desynced: 0 })
    const saved = await agent.call('runs.saveScope', { params: at(run), ifMatch: await version(), body: { cohort, pupilEmails: 'chosen' } })
    expect(saved).toMatchObject({ cohort, pupilEmails: 'chosen' })
    expect((await ada.rows(run)).items.map((it) => it.there?.name).sort()).toEqual(['Ines Marchwood', 'Nadia Fernbank'])
    await agent.call('runs.saveScope', { params: at(run), ifMatch: await version(), body: { cohort: null, pupilEmails: 'chosen' } })
  })

  it('S-108, S-109, S-110 e-mail addresses of pupils: nobody is ticked at first, and only the ticked get theirs', async () => {
    const list = await ada.rows(run)
    expect(list.items.map((it) => `${it.there?.name} ${it.syncEmail}`).sort()).toEqual([
      'Ines Marchwood null',
      'Nadia Fernbank false',
      'Tomas Hollow false',
    ])
    const counts = await agent.call('runs.counts', { params: at(run), query: { kind: 'pupil', filter: 'new' } })
    expect(counts).toMatchObject({ addresses: 2, doubtfulAddresses: 1, filters: { doubtful_address: 1 } })
    expect((await ada.rows(run, { filter: 'doubtful_address' })).items).toMatchObject([
      { there: { name: 'Tomas Hollow' }, syncEmail: false, warnings: [{ code: 'guard.email_parent' }] },
    ])
    const all = await agent.call('runs.decide', {
      params: at(run),
      ifMatch: list.version,
      body: { all: { kind: 'pupil', q: 'nadia' }, act: 'sync_email' },
    })
    expect(all).toMatchObject({ made: 1, counts: { emails: 1 } })
    const applied = await ada.sync(run)
    expect(applied).toMatchObject({ counts: { created: 3 }, messagesHeld: 1 })
    expect(await server.ask("select first_name, email from person where kind = 'pupil' order by 1")).toEqual([
      { first_name: 'Ines', email: null },
      { first_name: 'Nadia', email: 'nadia@pupils.example.test' },
      { first_name: 'Tomas', email: null },
    ])
    expect(await server.ask("select name from class where kind <> 'registration'")).toEqual([])
  })

  it('S-62, S-63 Select all and Deselect all act on everything that the filter shows, on every page of it', async () => {
    const more = [...PEOPLE, ...Array.from({ length: 130 }, (_, n) => aPupil(`n${n}`, `Kit${n}`, 'Newcombe'))]
    const next = await ada.start(more, 'pupils')
    const list = await ada.rows(next, { filter: 'new', limit: 100 })
    expect(list).toMatchObject({ total: 130, pages: 2 })
    const act = (it: 'import' | 'leave_out', seen: number) =>
      agent.call('runs.decide', {
        params: at(next),
        ifMatch: seen,
        body: { all: { kind: 'pupil', filter: 'new', q: 'newcombe' }, act: it },
      })
    const none = await act('leave_out', list.version)
    expect(none).toMatchObject({ made: 130, counts: { importing: 0 } })
    expect(await act('import', none.version)).toMatchObject({ made: 130, counts: { importing: 130 } })
    await ada.discard(next)
  })

  it('D25 whoever leaves the cohort is desynced as out of scope, in place', async () => {
    const next = await ada.start(PEOPLE, 'pupils')
    const cohort = { yearGroups: ['7'], registrationClasses: [] }
    expect(await agent.call('runs.countScope', { params: at(next), body: { cohort } })).toEqual({ pupils: 1, outside: 2, desynced: 2 })
    await agent.call('runs.saveScope', { params: at(next), ifMatch: next.version, body: { cohort, pupilEmails: 'chosen' } })
    const plan = await ada.plan(next)
    expect(plan.lines.find((it) => it.id === 'pupil.desync')).toMatchObject({
      count: 2,
      notes: [{ code: 'out_of_scope', params: { count: 2 } }],
    })
  })
})

describe('what was chosen in a run', () => {
  const settings = () =>
    server.ask<{ name: string }>("select name from school_setting where name in ('cohort', 'pupilEmails') order by name")

  it('is gone when the run is discarded, and goes along when a newer run takes its place', async () => {
    const before = await settings()
    const next = await ada.start([...PEOPLE, aPupil('p7', 'Moss', 'Birch', { grade: 'Acorns' })], 'pupils')
    const cohort = { yearGroups: ['7'], registrationClasses: [] }
    await agent.call('runs.saveScope', { params: at(next), ifMatch: next.version, body: { cohort, pupilEmails: 'none' } })
    const { version: seen } = await agent.call('runs.read', { params: at(next) })
    await agent.call('runs.saveYearGroups', { params: at(next), ifMatch: seen, body: { rows: [{ raw: 'Acorns', code: '1' }] } })
    const again = await ada.startAgain('pupils')
    expect(await agent.call('runs.scope', { params: at(again) })).toMatchObject({ cohort })
    await ada.discard(again)
    expect(await settings()).toEqual(before)
    const fresh = await ada.startAgain('pupils')
    expect(await agent.call('runs.scope', { params: at(fresh) })).toMatchObject({ cohort: null, pupilEmails: 'chosen' })
    expect((await agent.call('runs.yearGroups', { params: at(fresh) })).rows.find((it) => it.raw === 'Acorns')).toMatchObject({
      isUnknown: true,
    })
    await ada.discard(fresh)
  })

  it('is kept by the school once the run is applied, and given back when that is undone (D25, D27)', async () => {
    const next = await ada.start(PEOPLE, 'pupils')
    const cohort = { yearGroups: ['7', '8'], registrationClasses: [] }
    await agent.call('runs.saveScope', { params: at(next), ifMatch: next.version, body: { cohort, pupilEmails: 'none' } })
    const applied = await ada.sync(next)
    const later = await ada.startAgain('pupils')
    expect(await agent.call('runs.scope', { params: at(later) })).toMatchObject({ cohort, pupilEmails: 'none' })
    await ada.discard(later)
    const undo = await agent.call('runs.undo', { params: at(applied) })
    await ada.sync(undo)
    const after = await ada.startAgain('pupils')
    expect(await agent.call('runs.scope', { params: at(after) })).toMatchObject({ cohort: null, pupilEmails: 'chosen' })
    await ada.discard(after)
  })

  it('D25 what is chosen is added to what the school has kept, unless only these are meant; every run says so', async () => {
    const cohort = (...yearGroups: string[]) => ({ yearGroups, registrationClasses: [] })
    const next = await ada.start(PEOPLE, 'pupils')
    const first = { cohort: cohort('7'), pupilEmails: 'chosen' } as const
    await agent.call('runs.saveScope', { params: at(next), ifMatch: next.version, body: first })
    const applied = await ada.sync(next)
    expect(applied.cohort).toEqual({ yearGroups: ['Year 7'], registrationClasses: [] })
    const later = await ada.startAgain('pupils')
    const count = (isOnly: boolean) => agent.call('runs.countScope', { params: at(later), body: { cohort: cohort('8'), isOnly } })
    expect([await count(false), await count(true)]).toMatchObject([{ pupils: 2 }, { pupils: 1 }])
    const save = (isOnly: boolean, seen: number) =>
      agent.call('runs.saveScope', { params: at(later), ifMatch: seen, body: { cohort: cohort('8'), isOnly, pupilEmails: 'chosen' } })
    expect(await save(false, later.version)).toMatchObject({ cohort: cohort('7', '8'), kept: cohort('7') })
    expect((await agent.call('runs.read', { params: at(later) })).cohort?.yearGroups).toEqual(['Year 7', 'Year 8'])
    expect(await save(true, await agent.call('runs.read', { params: at(later) }).then((it) => it.version))).toMatchObject({
      cohort: cohort('8'),
    })
    await ada.discard(later)
    await ada.sync(await agent.call('runs.undo', { params: at(applied) }))
  })

  it('S-92 a class that is linked and then left out stays as it is, with those who are in it, and is no longer synced', async () => {
    const next = await ada.start(PEOPLE)
    const { rows } = await agent.call('runs.classes', { params: at(next), query: { kind: 'registration' } })
    const out = rows.map((it) => ({ id: it.id, isSetUp: it.name !== '8B', target: it.target?.id ?? null }))
    const body = { kind: 'registration' as const, rows: out }
    const saved = await agent.call('runs.saveClasses', { params: at(next), ifMatch: next.version, body })
    expect(saved.rows.find((it) => it.name === '8B')).toMatchObject({ effect: 'not_synced' })
    const members = () => server.ask("select e.person_id from enrolment e join class c on c.id = e.class_id where c.name = '8B' order by 1")
    const before = await members()
    await ada.sync(next)
    expect(await members()).toEqual(before)
    expect(await server.ask("select l.end_reason from link l join class c on c.id::text = l.record_id where c.name = '8B'")).toEqual([
      { end_reason: 'unmatched' },
    ])
  })

  it('a choice of a class or year group that is not there is refused', async () => {
    const next = await ada.startAgain()
    const save = { params: at(next), ifMatch: next.version }
    const wrong = { problem: { status: 422, code: 'review.unknown_choice' } }
    await expect(agent.call('runs.saveYearGroups', { ...save, body: { rows: [{ raw: '7', code: 'ZZZ' }] } })).rejects.toMatchObject(wrong)
    const rows = [{ id: 'no-such-class', isSetUp: true, target: null }]
    await expect(agent.call('runs.saveClasses', { ...save, body: { kind: 'registration', rows } })).rejects.toMatchObject(wrong)
    await ada.discard(next)
  })
})
