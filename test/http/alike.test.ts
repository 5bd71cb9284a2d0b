import { describe, expect, it } from 'vitest'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const first = await ada.start([aPupil('p1', 'Nadia', 'Fernbank'), DORA])
await ada.savePanels(first)
await ada.sync(first)
const OURS = ['Marlow Quayle', 'Tamsin Hebden', 'Corin Askwith', 'Della Yarrow'].map((name) => name.split(' '))
for (const [forename = '', surname = ''] of OURS)
  await server.ask(
    `insert into person (school_id, id, kind, first_name, last_name, status) select id, gen_random_uuid(), 'pupil', '${forename}', '${surname}', 'active' from school`,
  )
const run = await ada.start([
  ...OURS.map(([forename = '', surname = ''], at) => aPupil(`x${at}`, forename, surname)),
  ...[aPupil('p1', 'Nadia', 'Fernbank'), DORA],
])
const waiting = async (it: Run) => (await ada.rows(it, { filter: 'needs_decision' })).items
const alike = (pattern: string) => agent.call('runs.alike', { params: { school, run: run.id }, query: { pattern } })

describe('the same for all like this', () => {
  it('UX C8 pairs with exactly the same evidence are alike, and only those that wait are listed', async () => {
    const [one, ...others] = await waiting(run)
    expect(others).toHaveLength(3)
    expect(new Set([one, ...others].map((it) => it?.pattern)).size).toBe(1)
    const { version } = await ada.rows(run)
    await ada.decide(run, version, [{ row: one?.id ?? '', act: 'same' }])
    const found = await alike(one?.pattern ?? '')
    expect(found).toMatchObject({ total: 3, rows: others.map(({ id }) => ({ id })) })
    // what is alike is the kind of evidence: nobody's names
    expect(found.evidence.length).toBeGreaterThan(0)
    expect(found.evidence.every((it) => Object.keys(it.params).length === 0)).toBe(true)
  })

  it('UX C8 all of them are decided in one go, about exactly those that were listed, and one undo takes all back', async () => {
    const [one] = await waiting(run)
    const { rows, version } = await alike(one?.pattern ?? '')
    const done = await ada.decide(
      run,
      version,
      rows.map(({ id }) => ({ row: id, act: 'same' })),
    )
    expect(done).toMatchObject({ made: 3, counts: { filters: { needs_decision: 0, matched: 4 } } })
    await agent.call('runs.undecide', { params: { school, run: run.id }, body: { batch: done.batch ?? '' } })
    expect((await waiting(run)).map((it) => it.id)).toEqual(rows.map((it) => it.id))
  })

  it('a row that somebody decided since the list was seen stops all of it', async () => {
    const [one] = await waiting(run)
    const { rows, version } = await alike(one?.pattern ?? '')
    await ada.decide(run, version, [{ row: rows[0]?.id ?? '', act: 'different' }])
    const all = ada.decide(
      run,
      version,
      rows.map(({ id }) => ({ row: id, act: 'same' })),
    )
    await expect(all).rejects.toMatchObject({ problem: { code: 'decision.overtaken' } })
  })

  it('nobody is alike who is not', async () => {
    expect(await alike('0000000000000000')).toMatchObject({ total: 0, rows: [], evidence: [] })
  })
})
