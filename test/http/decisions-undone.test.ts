import { describe, expect, it } from 'vitest'
import { inSchool } from '../../src/db/index.ts'
import { allow, operator } from '../../src/permission/index.ts'
import { computeRows, readRows } from '../../src/review/index.ts'
import { decidedInRun } from '../../src/runs/decided.store.ts'
import { factsOfReview, readRun } from '../../src/runs/index.ts'
import { reviewInput } from '../../src/runs/review-facts.ts'
import { showRows } from '../../src/runs/show-rows.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)

const first = await ada.start([aPupil('p1', 'Nadia', 'Fernbank'), aPupil('p2', 'Tomas', 'Hollow'), DORA])
await ada.savePanels(first)
await ada.sync(first)
await server.ask(`insert into person (school_id, id, kind, first_name, last_name, status)
  select id, gen_random_uuid(), 'pupil', first, last, 'active' from school,
    (values ('Sam', 'Taylor'), ('Wren', 'Ashdown'), ('Kit', 'Newcombe'), ('Robin', 'Oakes')) as n(first, last)`)
const PEOPLE = [
  ...[aPupil('p1', 'Nadia', 'Fernbank'), aPupil('x1', 'Sam', 'Taylor'), aPupil('x2', 'Wren', 'Ashdown'), aPupil('x3', 'Kit', 'Newcomb')],
  ...[aPupil('x4', 'Moss', 'Birch'), aPupil('x5', 'Fern', 'Alder'), DORA],
]

/** What everybody in the review reads, without the version at which it came to be. */
async function asShown(run: Run): Promise<string> {
  const { items } = await ada.rows(run)
  return JSON.stringify(items.map(({ version: _, ...it }) => it))
}

/** Every act that some row allows now, in the order of the list. */
async function possible(run: Run) {
  const { items, version } = await ada.rows(run)
  const acts = items.flatMap(({ id, status, here, there, setAside }) => [
    ...(status === 'may_match' ? [{ row: id, act: 'same' as const }] : []),
    ...(here !== null && there !== null ? [{ row: id, act: 'different' as const }] : []),
    ...(status === 'new' && setAside === null
      ? [
          { row: id, act: 'import' as const },
          { row: id, act: 'leave_out' as const },
        ]
      : []),
    ...(setAside === null && (status === 'new' || status === 'not_matched') ? [{ row: id, act: 'ignore' as const }] : []),
    ...(setAside === null ? [] : [{ row: id, act: 'consider' as const }]),
    ...items.flatMap((other) => (here === null && other.here !== null ? [{ row: id, act: 'match' as const, with: other.id }] : [])),
  ])
  return { acts, version }
}

describe('decisions', () => {
  it('S-59, S-60 any sequence of decisions, taken back from its end, gives back each earlier review exactly', async () => {
    const run = await ada.start(PEOPLE)
    const states = [await asShown(run)]
    const batches: string[] = []
    for (let step = 0; step < 14; step += 1) {
      const { acts, version } = await possible(run)
      const act = acts[(step * 7 + 3) % acts.length]
      if (act === undefined) break
      const { batch } = await ada.decide(run, version, [act])
      if (batch === null) continue
      batches.push(batch)
      states.push(await asShown(run))
    }
    expect(batches.length).toBeGreaterThan(10)
    for (const batch of batches.toReversed()) {
      expect(await asShown(run)).toBe(states.pop())
      await agent.call('runs.undecide', { params: { school, run: run.id }, body: { batch } })
    }
    expect(await asShown(run)).toBe(states.pop())
    expect(await server.ask('select 1 from veto')).toEqual([])
  })

  it('an earlier decision that a later one overruled cannot be taken back before it', async () => {
    const run = await ada.startAgain()
    const { items, version } = await ada.rows(run, { filter: 'new' })
    const row = items[0]?.id ?? ''
    const out = await ada.decide(run, version, [{ row, act: 'leave_out' }])
    const back = await ada.decide(run, out.version, [{ row, act: 'import' }])
    const undo = (batch: string | null) => agent.call('runs.undecide', { params: { school, run: run.id }, body: { batch: batch ?? '' } })
    await expect(undo(out.batch)).rejects.toMatchObject({ problem: { code: 'decision.overtaken' } })
    await undo(back.batch)
    expect(await undo(out.batch)).toMatchObject({ rows: [{ decided: null }] })
    const list = await agent.call('runs.decisions', { params: { school, run: run.id } })
    expect(list.items).toEqual([])
  })

  it('the rows that are kept are what links, decisions and the snapshot say', async () => {
    const run = await ada.startAgain()
    const { acts, version } = await possible(run)
    await ada.decide(run, version, acts.slice(0, 1))
    const [{ id: schoolId = '' } = {}] = await server.ask<{ id: string }>('select id from school')
    const scope = allow(operator('test'), 'run.read', schoolId)
    if (!scope.ok) throw new Error(scope.failure)
    await inSchool(server.database, scope.value, async (tx) => {
      const stored = await readRun(tx, run.id)
      if (stored === undefined) throw new Error('no run')
      const facts = await factsOfReview(tx, stored, server.server.key)
      if (!facts.ok) throw new Error(facts.failure.code)
      const fresh = showRows(computeRows(reviewInput(stored.options, facts.value)), facts.value, {
        scope: stored.scope,
        decided: await decidedInRun(tx, run.id),
        at: stored.createdAt,
      })
      const kept = await readRows(tx, run.id)
      const byId = (a: { rowId: string }, b: { rowId: string }) => (a.rowId < b.rowId ? -1 : 1)
      const rounded = (it: number | null) => (it === null ? null : Math.fround(it))
      expect(
        // whether somebody may come from another school is found when the review is read, not computed again
        kept
          .map(({ version: _, mover: _mover, ...it }) => ({ ...it, probability: rounded(it.probability), bits: rounded(it.bits) }))
          .sort(byId),
      ).toEqual(fresh.map((it) => ({ ...it, probability: rounded(it.probability), bits: rounded(it.bits) })).sort(byId))
    })
  })
})
