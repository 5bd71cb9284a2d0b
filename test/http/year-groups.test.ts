import { describe, expect, it } from 'vitest'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const at = (run: Run) => ({ school, run: run.id })

const PEOPLE = [
  aPupil('p1', 'Nadia', 'Fernbank', { grade: '7' }),
  aPupil('p2', 'Tomas', 'Hollow', { grade: 'Sprouts' }),
  aPupil('p3', 'Ines', 'Marchwood', { grade: 'Nursery' }),
  DORA,
]

const rowsOf = async (run: Run) => (await agent.call('runs.yearGroups', { params: at(run) })).rows
const save = async (run: Run, rows: readonly { raw: string; code: string | null }[], includeNursery?: boolean) => {
  const { version } = await agent.call('runs.read', { params: at(run) })
  const body = { rows: [...rows], ...(includeNursery === undefined ? {} : { includeNursery }) }
  return agent.call('runs.saveYearGroups', { params: at(run), ifMatch: version, body })
}
const inUse = { problem: { status: 409, code: 'review.year_group_in_use' } }

describe('the year groups of a school', () => {
  it('S-85 whoever waits for a word is named by year group where the plan is refused', async () => {
    const run = await ada.start(PEOPLE)
    await ada.savePanels(run)
    await expect(ada.plan(run)).rejects.toMatchObject({
      problem: { code: 'review.year_groups_unknown', params: { count: 1, groups: 'Sprouts (1)' } },
    })
  })

  it('S-89 nursery is left out and says so; a person takes it in, and that is kept once the run is applied', async () => {
    const run = await ada.startAgain()
    expect(await agent.call('runs.yearGroups', { params: at(run) })).toMatchObject({
      nursery: { pupils: 1, isIncluded: false, isInUse: false },
    })
    expect(await rowsOf(run)).toContainEqual({
      ...{ raw: 'Nursery', pupils: 1, code: 'not_synced', isUnknown: false, source: 'nursery', here: 0 },
    })
    const saved = await save(run, [{ raw: 'Sprouts', code: '1' }], true)
    expect(saved.nursery).toEqual({ pupils: 1, isIncluded: true, isInUse: false })
    expect(saved.rows.map((it) => `${it.raw} ${it.code} ${it.source}`)).toEqual(['Nursery N2 suggested', 'Sprouts 1 said', '7 7 suggested'])
    await ada.savePanels(run)
    expect(await ada.sync(run)).toMatchObject({ counts: { created: 3 } })
    expect(await server.ask("select value from school_setting where name = 'includeNursery'")).toEqual([{ value: true }])
  })

  it('S-85 what was said in an earlier run is told apart from what is said in this one', async () => {
    const run = await ada.start([...PEOPLE, aPupil('p4', 'Moss', 'Birch', { grade: 'Acorns' })])
    await save(run, [{ raw: 'Acorns', code: '2' }])
    expect((await rowsOf(run)).map((it) => `${it.raw} ${it.source} ${it.here}`)).toEqual([
      'Nursery suggested 1',
      'Sprouts before 1',
      'Acorns said 0',
      '7 suggested 1',
    ])
  })

  it('S-88 a year group in which synced pupils are becomes another one, but never none; nursery in use stays', async () => {
    const run = await ada.startAgain()
    await expect(save(run, [{ raw: '7', code: 'not_synced' }])).rejects.toMatchObject(inUse)
    await expect(save(run, [{ raw: 'Sprouts', code: null }])).rejects.toMatchObject(inUse)
    await expect(save(run, [], false)).rejects.toMatchObject(inUse)
    expect((await rowsOf(run)).map((it) => it.code)).toEqual(['N2', '1', '2', '7'])
    const moved = await save(run, [{ raw: 'Sprouts', code: '3' }])
    expect(moved.rows.find((it) => it.raw === 'Sprouts')).toMatchObject({ code: '3', source: 'said', here: 1 })
    expect((await ada.plan(run)).lines.find((it) => it.id === 'pupil.update')).toMatchObject({
      notes: [{ code: 'changes_year', params: { count: 1 } }],
    })
    await ada.discard(run)
  })

  it('S-89 an undo gives the school its word about nursery back', async () => {
    const [first] = (await agent.call('runs.list', { params: { school }, query: { state: 'applied' } })).items
    if (first === undefined) throw new Error('nothing was applied')
    await ada.sync(await agent.call('runs.undo', { params: at(first) }))
    expect(await server.ask("select value from school_setting where name = 'includeNursery'")).toEqual([{ value: null }])
  })
})
