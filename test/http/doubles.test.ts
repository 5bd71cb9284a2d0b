import { describe, expect, it } from 'vitest'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const born = { birthDate: '2014-03-02' }
const NADIA = aPupil('p1', 'Nadia', 'Fernbank', born)
const first = await ada.start([NADIA, aPupil('p2', 'Tomas', 'Hollow'), DORA])
await ada.savePanels(first)
await ada.sync(first)
const AGAIN = [NADIA, aPupil('p2', 'Tomas', 'Hollow'), aPupil('n7', 'Nadia', 'Fernbank', { ...born, classes: ['7B'] }), DORA]

const people = () => server.ask('select 1 from person where first_name = $1', ['Nadia'])
const waiting = async (run: Run) => {
  const { items, version } = await ada.rows(run, { filter: 'needs_decision' })
  return { row: items[0], version, count: items.length }
}
const linesOf = async (run: Run) => (await ada.plan(run)).lines.map(({ id, count }) => `${id} ${count}`)

describe('a second record of one person in the MIS (C27)', () => {
  it('is never created unseen: it needs a decision and says why, whatever is ticked for all, and waits in Left out', async () => {
    const run = await ada.start(AGAIN)
    const { row, version } = await waiting(run)
    expect(row).toMatchObject({
      ...{ status: 'new', willImport: false, needsDecision: true, reason: { code: 'double' } },
      double: { basis: 'names', name: 'Nadia Fernbank', registrationClass: '7A' },
    })
    const all = await agent.call('runs.decide', {
      ...{ params: { school, run: run.id }, ifMatch: version },
      body: { all: { kind: 'pupil', filter: 'new' }, act: 'import' },
    })
    expect(all).toMatchObject({ made: 0, counts: { importable: 0, filters: { new: 1, needs_decision: 1 } } })
    // the question about May match is not about them
    expect(await linesOf(run)).toContain('pupil.double 1')
    expect(await ada.sync(run)).toMatchObject({ counts: { created: 0 } })
    expect(await people()).toHaveLength(1)
  })

  it('is left out for good once somebody says so, and asked about again when that is undone', async () => {
    const run = await ada.startAgain()
    const { row, version } = await waiting(run)
    const out = await ada.decide(run, version, [{ row: row?.id ?? '', act: 'ignore' }])
    expect(out).toMatchObject({ counts: { decided: 1, filters: { needs_decision: 0, ignored: 1 } } })
    const undone = await agent.call('runs.undecide', { params: { school, run: run.id }, body: { batch: out.batch ?? '' } })
    expect(undone.counts).toMatchObject({ decided: 0, filters: { needs_decision: 1, ignored: 0 } })
    await ada.discard(run)
  })

  it('two New records of one person wait both; when one is left out the other is an ordinary New', async () => {
    const moss = { ...born, birthDate: '2013-09-09' }
    const run = await ada.start([
      NADIA,
      aPupil('p2', 'Tomas', 'Hollow'),
      aPupil('m1', 'Moss', 'Birch', moss),
      aPupil('m2', 'Moss', 'Birch', moss),
      DORA,
    ])
    const { row, version, count } = await waiting(run)
    expect(count).toBe(2)
    const out = await ada.decide(run, version, [{ row: row?.id ?? '', act: 'leave_out' }])
    expect(out.counts).toMatchObject({ importing: 1, filters: { needs_decision: 0, left_out: 1 } })
    await ada.discard(run)
  })

  it('is created when somebody says that they are two people', async () => {
    const run = await ada.start(AGAIN)
    const { row, version } = await waiting(run)
    const said = await ada.decide(run, version, [{ row: row?.id ?? '', act: 'import' }])
    expect(said).toMatchObject({
      counts: { importing: 1, filters: { needs_decision: 0 } },
      rows: [{ willImport: true, reason: { code: 'joined_mid_year' } }],
    })
    expect(await ada.sync(run)).toMatchObject({ counts: { created: 1 } })
    expect(await people()).toHaveLength(2)
  })
})
