import { describe, expect, it } from 'vitest'
import { oneRoster } from '../support/packages.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const STAY = [aPupil('p1', 'Nadia', 'Fernbank'), DORA]
const first = await ada.start(STAY)
await ada.savePanels(first)
await ada.sync(first)
for (const name of ['Sam Taylor', 'Wren Ashdown'])
  await server.ask(`insert into person (school_id, id, kind, first_name, last_name, status)
    select id, gen_random_uuid(), 'pupil', split_part('${name}', ' ', 1), split_part('${name}', ' ', 2), 'active' from school`)
const SAM = aPupil('x1', 'Sam', 'Taylor')
const WREN = aPupil('x2', 'Wren', 'Ashdown')
const MOSS = aPupil('x3', 'Moss', 'Birch')
const FERN = aPupil('x4', 'Fern', 'Alder')
const EVERYBODY = [...STAY, SAM, WREN, MOSS, FERN]
const at = (run: Run) => ({ params: { school, run: run.id } })
const reopen = (run: Run, by = agent) => by.call('runs.reopen', at(run))
const rowNamed = async (run: Run, name: string) => (await ada.rows(run)).items.find((it) => (it.there ?? it.here)?.name === name)
const decide = async (run: Run, name: string, act: 'same' | 'different' | 'leave_out') => {
  const { version } = await ada.rows(run)
  await ada.decide(run, version, [{ row: (await rowNamed(run, name))?.id ?? '', act }])
}
const vetoes = async () => (await server.ask('select 1 from veto')).length
const heldDecisions = async (run: Run) => (await agent.call('runs.freshness', at(run))).decisions

describe('a sync that was discarded (D31)', () => {
  it('is reopened with its decisions, which can be taken back as before, and is noted', async () => {
    const run = await ada.start(EVERYBODY)
    await decide(run, 'Sam Taylor', 'same')
    await decide(run, 'Wren Ashdown', 'different')
    await decide(run, 'Moss Birch', 'leave_out')
    const people = await server.ask('select * from person order by id')
    const discarded = await ada.discard(run)
    expect(await vetoes()).toBe(0)
    expect(Date.parse(discarded.mayReopenUntil ?? '') - Date.parse(discarded.changedAt)).toBe(7 * 24 * 3_600_000)

    const again = await reopen(run)
    expect(again).toMatchObject({ id: run.id, state: 'reviewing', mayReopenUntil: null })
    expect(again.version).toBeGreaterThan(discarded.version)
    expect((await agent.call('runs.open', { params: { school } })).run?.id).toBe(run.id)
    expect(await rowNamed(run, 'Sam Taylor')).toMatchObject({ status: 'matched', decided: { act: 'match' } })
    expect(await rowNamed(run, 'Moss Birch')).toMatchObject({ willImport: false, decided: { act: 'leave_out' } })
    expect(await vetoes()).toBe(1)
    expect(await agent.call('runs.freshness', at(run))).toEqual({ changed: null, decisions: 3, gone: [] })
    expect(await server.ask('select * from person order by id')).toEqual(people)
    expect(
      await server.ask(`select actor is not null as known from audit_entry where action = 'run.reopened' and subject = '${run.id}'`),
    ).toEqual([{ known: true }])

    const { items } = await agent.call('runs.decisions', at(run))
    const apart = items.find((it) => it.act === 'unmatch')
    await agent.call('runs.undecide', { ...at(run), body: { batch: apart?.batch ?? '' } })
    expect(await vetoes()).toBe(0)
    await ada.discard(run)
  })

  it('D31 what was taken back before stays taken back, and it can be discarded and reopened again', async () => {
    const run = await ada.startAgain()
    await decide(run, 'Moss Birch', 'leave_out')
    await decide(run, 'Fern Alder', 'leave_out')
    const { items } = await agent.call('runs.decisions', at(run))
    await agent.call('runs.undecide', { ...at(run), body: { batch: items[0]?.batch ?? '' } })
    for (let times = 0; times < 2; times += 1) {
      await ada.discard(run)
      await reopen(run)
    }
    expect(await heldDecisions(run)).toBe(1)
    expect(await rowNamed(run, 'Fern Alder')).toMatchObject({ willImport: true, decided: null })
    await ada.discard(run)
  })

  it('D31 never takes the place of a run that is open: it is refused and says what to do', async () => {
    const run = await ada.startAgain()
    await ada.discard(run)
    const open = await ada.startAgain()
    await decide(open, 'Fern Alder', 'leave_out')
    await expect(reopen(run)).rejects.toMatchObject({ problem: { status: 409, code: 'run.another_open' } })
    expect((await agent.call('runs.open', { params: { school } })).run?.id).toBe(open.id)
    expect(await heldDecisions(open)).toBe(1)
    await expect(reopen(open)).rejects.toMatchObject({ problem: { code: 'run.not_reopenable' } })
    // a sync whose place a newer one took has given its decisions to it
    const newer = await ada.startAgain()
    expect(await heldDecisions(newer)).toBe(1)
    await ada.discard(newer)
    expect((await agent.call('runs.read', at(open))).mayReopenUntil).toBeNull()
    await expect(reopen(open)).rejects.toMatchObject({ problem: { code: 'run.not_reopenable' } })
    await reopen(newer)
    expect(await heldDecisions(newer)).toBe(1)
    await ada.discard(newer)
  })

  it('D31 cannot be reopened by who may not start a sync, nor after seven days', async () => {
    const run = await ada.startAgain()
    await decide(run, 'Fern Alder', 'leave_out')
    await ada.discard(run)
    const viewer = await server.join(agent, school, { role: 'viewer', name: 'Vera Lane' })
    await expect(reopen(run, viewer)).rejects.toMatchObject({ problem: { status: 403 } })
    const age = (by: string) => server.ask(`update run set changed_at = changed_at - interval '${by}' where id = '${run.id}'`)
    await age('7 days 1 minute')
    await expect(reopen(run)).rejects.toMatchObject({ problem: { status: 409, code: 'run.too_old_to_reopen' } })
    expect((await agent.call('runs.read', at(run))).state).toBe('discarded')
    await age('-2 minutes')
    expect(await reopen(run)).toMatchObject({ state: 'reviewing' })
    await ada.discard(run)
  })

  it('D31 reads the newest file: decisions that still apply are kept, the others listed', async () => {
    const run = await ada.start(EVERYBODY)
    await decide(run, 'Sam Taylor', 'same')
    await decide(run, 'Wren Ashdown', 'different')
    await decide(run, 'Moss Birch', 'leave_out')
    await decide(run, 'Fern Alder', 'leave_out')
    await ada.discard(run)
    // Moss is gone, and another sync has settled who Wren is
    const other = await ada.start([...STAY, SAM, WREN, FERN])
    await decide(other, 'Wren Ashdown', 'same')
    await ada.sync(other, 'leave_out')
    await server.upload(agent, school, oneRoster([...STAY, SAM, WREN, FERN, aPupil('x5', 'Kit', 'Newcombe')]))

    expect(await reopen(run)).toMatchObject({ id: run.id, state: 'reviewing' })
    expect(await rowNamed(run, 'Kit Newcombe')).toMatchObject({ status: 'new' })
    expect(await rowNamed(run, 'Moss Birch')).toBeUndefined()
    expect(await rowNamed(run, 'Sam Taylor')).toMatchObject({ decided: { act: 'match' } })
    expect(await rowNamed(run, 'Wren Ashdown')).toMatchObject({ status: 'synced', decided: null })
    expect(await vetoes()).toBe(0)
    const told = await agent.call('runs.freshness', at(run))
    expect(told).toMatchObject({ changed: null, decisions: 2 })
    expect(told.gone.map((it) => `${it.act} ${it.name} ${it.by} ${it.isOvertaken}`)).toEqual([
      'leave_out Moss Birch Ada Example false',
      'unmatch Wren Ashdown Ada Example true',
    ])
    expect(await ada.sync(run, 'leave_out')).toMatchObject({ state: 'applied' })
  })
})
