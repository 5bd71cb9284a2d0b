import { describe, expect, it } from 'vitest'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const born = (day: string) => ({ birthDate: `2014-03-${day}` })
const oldest = (day: string) => ({ ...born(day), grade: '8', classes: ['8A'] })

const first = await ada.start([
  ...[
    aPupil('p1', 'Nadia', 'Fernbank', born('01')),
    aPupil('p2', 'Tomas', 'Hollow', born('02')),
    aPupil('p3', 'Ines', 'Marchwood', born('03')),
  ],
  ...[aPupil('p4', 'Otto', 'Lindqvist', oldest('04')), aPupil('p5', 'Petra', 'Oakes', oldest('05')), DORA],
])
await ada.savePanels(first)
await ada.sync(first)
// the whole year counts as its start, whenever the test runs
await server.ask(`insert into school_setting (school_id, name, value)
  select id, 'yearStartWindow', '{"from":"01-01","to":"12-31"}'::jsonb from school`)
const SEPTEMBER = [
  aPupil('p1', 'Nadia', 'Fernbank-Rowe', { ...born('01'), classes: ['7B'] }),
  aPupil('p2', 'Tomas', 'Hollow', born('02')),
  aPupil('p8', 'Wren', 'Ashdown', born('08')),
  aPupil('p9', 'Kit', 'Newcombe'),
  DORA,
]

const rows = async (run: Run, query: object) => (await ada.rows(run, query)).items.map((it) => it.here?.name ?? it.there?.name)
const counts = (run: Run, query: object = {}) =>
  agent.call('runs.counts', { params: { school, run: run.id }, query: { kind: 'pupil', ...query } })

describe('what the review is filtered by', () => {
  it('D12 those who left a top year are expected; who is missing without a date, or known only by name, is worth a look', async () => {
    const run = await ada.start(SEPTEMBER)
    const { items } = await ada.rows(run)
    const why = Object.fromEntries(items.map((it) => [it.here?.name ?? it.there?.name, it.reason]))
    expect(why).toMatchObject({
      'Otto Lindqvist': { code: 'top_year', params: { from: 'Year 8' } },
      'Petra Oakes': { code: 'top_year' },
      'Ines Marchwood': { code: 'left_without_date', params: {} },
      'Wren Ashdown': { code: 'new_intake' },
      'Kit Newcombe': { code: 'no_reliable_id' },
      'Tomas Hollow': null,
    })
    expect(await rows(run, { filter: 'worth_a_look' })).toEqual(['Kit Newcombe', 'Ines Marchwood'])
    expect(await rows(run, { filter: 'desynced', expected: 'hide' })).toEqual(['Ines Marchwood'])
    expect(await counts(run)).toMatchObject({ expected: 2, filters: { worth_a_look: 2, desynced: 3 } })
  })

  it('S-71 rows are found by reason and by what a sync would change, which combine with everything else', async () => {
    const run = await ada.startAgain()
    expect(await rows(run, { reason: 'top_year' })).toEqual(['Otto Lindqvist', 'Petra Oakes'])
    expect(await rows(run, { reason: 'top_year', q: 'petra' })).toEqual(['Petra Oakes'])
    expect(await rows(run, { touches: 'name' })).toEqual(['Nadia Fernbank'])
    expect(await rows(run, { touches: 'class', filter: 'synced' })).toEqual(['Nadia Fernbank'])
    expect(await rows(run, { touches: 'birth_date' })).toEqual([])
    const { filters, reasons, touches } = await counts(run, { reason: 'top_year' })
    expect(filters).toMatchObject({ desynced: 2, new: 0, all: 2 })
    expect(reasons).toContainEqual({ code: 'top_year', count: 2 })
    expect(touches).toContainEqual({ code: 'name', count: 1 })
  })

  it('S-62 an act on everything that is shown is about what the filters show', async () => {
    const run = await ada.startAgain()
    const act = { all: { kind: 'pupil', filter: 'new', reason: 'no_reliable_id' }, act: 'leave_out' } as const
    const done = await agent.call('runs.decide', { params: { school, run: run.id }, ifMatch: run.version, body: act })
    expect(done).toMatchObject({ made: 1, rows: [{ there: { name: 'Kit Newcombe' }, willImport: false }] })
  })

  it('once they are synced, leavers are those of an earlier sync, with the day', async () => {
    const run = await ada.startAgain()
    await ada.sync(run, 'leave_out')
    const again = await ada.startAgain()
    const { items } = await ada.rows(again, { filter: 'desynced' })
    expect(items.map((it) => it.reason)).toEqual(
      [1, 2, 3].map(() => ({ code: 'left_before', params: { on: new Date().toISOString().slice(0, 10) } })),
    )
    // left out before, and still known only by name
    expect(await rows(again, { filter: 'worth_a_look' })).toEqual(['Kit Newcombe'])
  })
})
