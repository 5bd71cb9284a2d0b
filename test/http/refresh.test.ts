import { describe, expect, it } from 'vitest'
import { oneRoster } from '../support/packages.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const first = await ada.start([aPupil('p1', 'Nadia', 'Fernbank'), aPupil('p2', 'Tomas', 'Hollow'), DORA])
await ada.savePanels(first)
await ada.sync(first)
for (const name of ['Sam Taylor', 'Wren Ashdown'])
  await server.ask(`insert into person (school_id, id, kind, first_name, last_name, status)
    select id, gen_random_uuid(), 'pupil', split_part('${name}', ' ', 1), split_part('${name}', ' ', 2), 'active' from school`)
const STAY = [aPupil('p1', 'Nadia', 'Fernbank'), aPupil('p2', 'Tomas', 'Hollow'), DORA]
const SAM = aPupil('x1', 'Sam', 'Taylor')
const WREN = aPupil('x2', 'Wren', 'Ashdown')
const MOSS = aPupil('x3', 'Moss', 'Birch')
const FERN = aPupil('x4', 'Fern', 'Alder')
const at = (run: Run) => ({ params: { school, run: run.id } })
const freshness = (run: Run) => agent.call('runs.freshness', at(run))
const rowNamed = async (run: Run, name: string) => (await ada.rows(run)).items.find((it) => (it.there ?? it.here)?.name === name)

describe('a newer file while a review is open', () => {
  it('S-64 UX d18 is told with its number; updating keeps the run and every decision that still has its record, and lists the others', async () => {
    const run = await ada.start([...STAY, SAM, WREN, MOSS, FERN])
    expect(await freshness(run)).toEqual({ changed: null, decisions: 0, gone: [] })
    await expect(agent.call('runs.refresh', at(run))).rejects.toMatchObject({ problem: { code: 'run.nothing_newer' } })
    const decide = async (name: string, act: 'same' | 'different' | 'leave_out') => {
      const { version } = await ada.rows(run)
      await ada.decide(run, version, [{ row: (await rowNamed(run, name))?.id ?? '', act }])
    }
    await decide('Sam Taylor', 'same')
    await decide('Wren Ashdown', 'different')
    await decide('Moss Birch', 'leave_out')
    await decide('Fern Alder', 'leave_out')

    // Moss and Wren are gone, Sam has another class, Tomas another name, and somebody is new
    const sam = { ...SAM, classes: ['7B'] }
    await server.upload(
      agent,
      school,
      oneRoster([STAY[0] ?? MOSS, aPupil('p2', 'Tom', 'Hollow'), DORA, sam, FERN, aPupil('x5', 'Kit', 'Newcombe')]),
    )
    expect(await freshness(run)).toEqual({ changed: 5, decisions: 4, gone: [] })

    const after = await agent.call('runs.refresh', at(run))
    expect(after).toMatchObject({ id: run.id, state: 'reviewing' })
    expect(after.version).toBeGreaterThan(run.version)
    expect(await rowNamed(run, 'Sam Taylor')).toMatchObject({ status: 'matched', decided: { act: 'match' } })
    expect(await rowNamed(run, 'Fern Alder')).toMatchObject({ status: 'new', willImport: false, decided: { act: 'leave_out' } })
    expect(await rowNamed(run, 'Kit Newcombe')).toMatchObject({ status: 'new', decided: null })
    expect(await rowNamed(run, 'Moss Birch')).toBeUndefined()
    const told = await freshness(run)
    expect(told).toMatchObject({ changed: null, decisions: 2 })
    expect(told.gone.map((it) => `${it.act} ${it.name} ${it.by}`)).toEqual([
      'leave_out Moss Birch Ada Example',
      'unmatch Wren Ashdown Ada Example',
    ])
    // the pair that was split is no longer apart: its record is gone
    expect(await server.ask('select 1 from veto')).toEqual([])
  })

  it('S-49 nothing outside the run is written by it, and the plan is that of the new file', async () => {
    const people = await server.ask('select * from person order by id')
    const run = await agent.call('runs.open', { params: { school } })
    if (run.run === null) throw new Error('no run')
    expect(await server.ask('select * from person order by id')).toEqual(people)
    const plan = await ada.plan(run.run, 'leave_out')
    expect(plan.lines.map((it) => `${it.id} ${it.count}`)).toContain('pupil.create 1')
    // what was planned is planned again once a newer file is read
    await server.upload(agent, school, oneRoster([...STAY, SAM, FERN]))
    expect((await freshness(run.run)).changed).toBeGreaterThan(0)
    expect(await agent.call('runs.refresh', at(run.run))).toMatchObject({ state: 'reviewing' })
  })
})
