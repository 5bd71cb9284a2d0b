import { expect, it } from 'vitest'
import type { RouteBody } from '../../src/contract/index.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const DECISIONS = 200
const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const mail = (name: string) => ({ email: `${name}@oak.example.test` })

const first = await ada.start([aPupil('p1', 'Nadia', 'Fernbank', mail('nadia')), aPupil('p2', 'Tomas', 'Hollow'), DORA])
await ada.savePanels(first)
await ada.sync(first)
await server.ask(`insert into person (school_id, id, kind, first_name, last_name, status)
  select id, gen_random_uuid(), 'pupil', first, last, 'active' from school,
    (values ('Sam', 'Taylor'), ('Wren', 'Ashdown'), ('Kit', 'Newcombe'), ('Robin', 'Oakes')) as n(first, last)`)
const PEOPLE = [
  ...[aPupil('p1', 'Nadia', 'Fernbank', mail('nadia')), aPupil('x1', 'Sam', 'Taylor', mail('sam')), aPupil('x2', 'Wren', 'Ashdown')],
  ...[aPupil('x3', 'Kit', 'Newcomb', { ...mail('kit'), classes: ['7B'] }), aPupil('x4', 'Moss', 'Birch'), DORA],
]

/** A choice below a bound that is the same in every run of the test. */
function chooser(): (below: number) => number {
  let state = 20_261_123
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
const choose = chooser()

/** The exact state of a review: what everybody reads, what has been said and when, and what was said to be apart. */
async function stateOf(run: Run): Promise<unknown> {
  const kinds = await Promise.all(['pupil', 'staff'].map((kind) => ada.rows(run, { kind })))
  const rows = kinds.flatMap(({ items }) => items.map(({ version: _, ...it }) => it))
  const classes = await agent.call('runs.classes', { params: { school, run: run.id }, query: { kind: 'registration' } })
  const said = await server.ask(`select kind, record_id, source_kind, source_id, actor, decided_at, batch_id, veto_effect, ended_by_batch
    from decision where taken_back_at is null order by decided_at, id`)
  const vetoes = await server.ask('select person_id, source_id, decided_at from veto order by 1, 2')
  return { rows, classes, said, vetoes }
}

type Body = RouteBody<'runs.decide'>

/** Everything that can be said about the rows now. */
async function possible(run: Run): Promise<{ readonly bodies: readonly Body[]; readonly version: number }> {
  const { items, version } = await ada.rows(run)
  const one = (
    row: string,
    act: 'same' | 'different' | 'import' | 'leave_out' | 'ignore' | 'consider' | 'sync_email' | 'no_email',
  ): Body => ({
    decisions: [{ row, act }],
  })
  const bodies = items.flatMap(({ id, status, here, there, syncEmail, setAside }): Body[] => [
    ...(status === 'may_match' ? [one(id, 'same')] : []),
    ...(here !== null && there !== null ? [one(id, 'different')] : []),
    ...(here !== null && there !== null && setAside === null ? [one(id, 'leave_out')] : []),
    ...(here !== null && there !== null && status !== 'synced' ? [one(id, 'import')] : []),
    ...(status === 'new' && setAside === null ? [one(id, 'import'), one(id, 'leave_out')] : []),
    ...(setAside === null && (status === 'new' || status === 'not_matched') ? [one(id, 'ignore')] : []),
    ...(setAside === null ? [] : [one(id, 'consider')]),
    ...(syncEmail === null ? [] : [one(id, syncEmail ? 'no_email' : 'sync_email')]),
    ...items.flatMap((other): Body[] =>
      here === null && other.here !== null ? [{ decisions: [{ row: id, act: 'match', with: other.id }] }] : [],
    ),
  ])
  const all = (['import', 'leave_out', 'sync_email', 'no_email'] as const).map(
    (act): Body => ({ all: { kind: 'pupil', filter: 'all' }, act }),
  )
  return { bodies: [...bodies, ...all], version }
}

/** Says something about a class: set up or not, a class of ours or a new one. */
async function sayClass(run: Run, version: number): Promise<void> {
  const { rows, ours } = await agent.call('runs.classes', { params: { school, run: run.id }, query: { kind: 'registration' } })
  const row = rows[choose(rows.length)]
  const target = ours[choose(ours.length + 1)]?.id ?? null
  const said = row === undefined ? [] : [{ id: row.id, isSetUp: !row.isSetUp, target: row.isSetUp ? null : target }]
  await agent.call('runs.saveClasses', { params: { school, run: run.id }, ifMatch: version, body: { kind: 'registration', rows: said } })
}

it('S-60 undoing 200 random decisions of every type gives back the state before them, and redoing them the state after', {
  timeout: 600_000,
}, async () => {
  const begun = await ada.start(PEOPLE)
  const scope = { cohort: null, pupilEmails: 'chosen' } as const
  await agent.call('runs.saveScope', { params: { school, run: begun.id }, ifMatch: begun.version, body: scope })
  const before = await stateOf(begun)
  for (let step = 0; step < DECISIONS; step += 1) {
    const { bodies, version } = await possible(begun)
    const body = bodies[choose(bodies.length)]
    if (choose(12) === 0) await sayClass(begun, version)
    else if (body !== undefined) await agent.call('runs.decide', { params: { school, run: begun.id }, ifMatch: version, body })
  }
  const after = await stateOf(begun)
  const kinds = await server.ask<{ kind: string }>('select distinct kind from decision where batch_id is not null order by 1')
  expect(kinds.map((it) => it.kind)).toEqual(
    expect.arrayContaining([
      ...['consider', 'ignore', 'import', 'include', 'leave_out', 'leave_out_once', 'map_class', 'match', 'never_import', 'no_email'],
      ...['sync_email', 'unmatch'],
    ]),
  )
  const batches = await server.ask<{
    batch: string
  }>(`select batch_id as batch from decision where run_id = '${begun.id}' and batch_id is not null
    group by 1 order by min(decided_at) desc, 1 desc`)
  expect(batches.length).toBeGreaterThan(100)
  const where = { params: { school, run: begun.id } }
  for (const { batch } of batches) await agent.call('runs.undecide', { ...where, body: { batch } })
  expect(await stateOf(begun)).toEqual(before)
  for (const { batch } of batches.toReversed()) await agent.call('runs.redecide', { ...where, body: { batch } })
  expect(await stateOf(begun)).toEqual(after)

  // going back to an earlier decision and forward again is the same
  const earlier = batches[20]?.batch ?? ''
  const back = await agent.call('runs.undecide', { ...where, body: { batch: earlier, isGoingBack: true } })
  expect(back.undone).toEqual(batches.slice(0, 20).map((it) => it.batch))
  for (const batch of back.undone.toReversed()) await agent.call('runs.redecide', { ...where, body: { batch } })
  expect(await stateOf(begun)).toEqual(after)
})

it('nothing is put back once something else was said about the same record, or that was never taken back', async () => {
  const run = await ada.startAgain()
  const { items, version } = await ada.rows(run, { filter: 'new' })
  const row = items[0]?.id ?? ''
  const out = await ada.decide(run, version, [{ row, act: 'leave_out' }])
  const where = { params: { school, run: run.id } }
  const body = { batch: out.batch ?? '' }
  await expect(agent.call('runs.redecide', { ...where, body })).rejects.toMatchObject({ problem: { code: 'decision.not_found' } })
  const back = await agent.call('runs.undecide', { ...where, body })
  await ada.decide(run, back.version, [{ row, act: 'import' }])
  await expect(agent.call('runs.redecide', { ...where, body })).rejects.toMatchObject({ problem: { code: 'decision.overtaken' } })
})
