import { describe, expect, it } from 'vitest'
import type { TypedHere } from '../../src/contract/index.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)

const EMIL = { ...DORA, id: 't2', first: 'Emil', last: 'Rowe', email: '' }
const born = { birthDate: '2014-03-02' }
const PEOPLE = [aPupil('p1', 'Nadia', 'Fernbank', born), aPupil('p2', 'Tomas', 'Hollow'), DORA]
const first = await ada.start(PEOPLE)
await ada.savePanels(first)
await ada.sync(first)

const rowOf = async (run: Run, kind: 'staff' | 'pupil', name: string) => {
  const { items, version } = await ada.rows(run, { kind })
  const row = items.find(({ here, there }) => here?.name === name || there?.name === name)
  if (row === undefined) throw new Error(`no row of ${name}`)
  return { row, version }
}
const type = async (run: Run, kind: 'staff' | 'pupil', name: string, typed: TypedHere) => {
  const { row, version } = await rowOf(run, kind, name)
  return ada.decide(run, version, [{ row: row.id, act: 'type_here', typed }])
}

describe('typing a detail here once that the MIS does not say (UX C8, C10)', () => {
  it('an e-mail address: the error is gone, the row is New as rules say, and the mark of typing stands on it', async () => {
    const run = await ada.start([...PEOPLE, EMIL])
    const { row } = await rowOf(run, 'staff', 'Emil Rowe')
    expect(row).toMatchObject({ error: { code: 'staff.without_email' }, missing: ['email'], typed: [] })
    const typed = await type(run, 'staff', 'Emil Rowe', { email: ' emil@oak.example.test ' })
    expect(typed.rows).toMatchObject([{ status: 'new', error: null, typed: ['email'], there: { email: 'emil@oak.example.test' } }])
    expect(typed.counts.filters.errors).toBe(0)
    const list = await agent.call('runs.decisions', { params: { school, run: run.id } })
    expect(list.items).toMatchObject([{ act: 'supply_email', name: 'Emil Rowe', isUndoable: true }])
    const undone = await agent.call('runs.undecide', { params: { school, run: run.id }, body: { batch: typed.batch ?? '' } })
    expect(undone.rows).toMatchObject([{ error: { code: 'staff.without_email' }, typed: [], there: { email: null } }])
    const again = await agent.call('runs.redecide', { params: { school, run: run.id }, body: { batch: typed.batch ?? '' } })
    expect(again.rows).toMatchObject([{ error: null, typed: ['email'], there: { email: 'emil@oak.example.test' } }])
    await ada.decide(run, again.version, [{ row: row.id, act: 'import' }])
    await ada.sync(run)
    expect(await server.ask("select email from person where last_name = 'Rowe'")).toEqual([{ email: 'emil@oak.example.test' }])
  })

  it('N-18 “Why?” says who typed it, and that the MIS does not say it', async () => {
    const [emil] = (await agent.call('people.list', { params: { school }, query: { kind: 'staff', q: 'Rowe' } })).items
    const why = await agent.call('people.why', { params: { school, person: emil?.id ?? '' } })
    const typed = { by: 'Ada Example', at: expect.stringMatching(/Z$/) }
    expect(why.understood).toContainEqual({ field: 'email', value: 'emil@oak.example.test', said: null, typed })
    expect(why.understood).toContainEqual({ field: 'lastName', value: 'Rowe', said: null, typed: null })
  })

  it('holds in later syncs while the MIS has none, and gives way to what the MIS says', async () => {
    const run = await ada.startAgain()
    expect((await rowOf(run, 'staff', 'Emil Rowe')).row).toMatchObject({ status: 'synced', error: null, typed: ['email'], changes: [] })
    await ada.discard(run)
    const said = await ada.start([...PEOPLE, { ...EMIL, email: 'e.rowe@oak.example.test' }])
    const { row } = await rowOf(said, 'staff', 'Emil Rowe')
    expect(row).toMatchObject({ missing: [], typed: [], there: { email: 'e.rowe@oak.example.test' } })
    expect(row.changes).toMatchObject([{ field: 'email', after: 'e.rowe@oak.example.test' }])
    await ada.discard(said)
  })

  it('a birth date and a name: each by itself, the last one holds, and a pair is found by it', async () => {
    await server.ask(`insert into person (school_id, id, kind, first_name, last_name, birth_date, status)
      select id, gen_random_uuid(), 'pupil', 'Sam', 'Taylor', '2014-06-07', 'active' from school`)
    const run = await ada.start([...PEOPLE, aPupil('x9', '', ''), aPupil('x8', 'Wren', 'Ashdown')])
    // what was typed may make it another row: ours, once it has a pair
    const find = async () => {
      const { items, version } = await ada.rows(run)
      const row = items.find((it) => it.missing.includes('name'))
      return { row, version }
    }
    const say = async (typed: TypedHere) => {
      const { row, version } = await find()
      await ada.decide(run, version, [{ row: row?.id ?? '', act: 'type_here', typed }])
      return (await find()).row
    }
    expect((await find()).row).toMatchObject({ status: 'new', missing: ['name', 'birth_date'], typed: [] })
    expect(await say({ birthDate: '2013-01-01' })).toMatchObject({
      status: 'new',
      typed: ['birth_date'],
      there: { birthDate: '2013-01-01' },
    })
    expect(await say({ birthDate: '2014-06-07' })).toMatchObject({ typed: ['birth_date'], there: { birthDate: '2014-06-07' } })
    expect(await say({ firstName: 'Sam', lastName: 'Taylor' })).toMatchObject({
      ...{ status: 'matched', typed: ['birth_date', 'name'] },
      there: { name: 'Sam Taylor', birthDate: '2014-06-07' },
    })
    await ada.discard(run)
  })

  it('is refused for what the MIS says, for two details at once, and for what is no such detail', async () => {
    const run = await ada.start([...PEOPLE, EMIL])
    const refused = { problem: { code: 'row.act_impossible' } }
    await expect(type(run, 'staff', 'Dora Quill', { email: 'x@oak.example.test' })).rejects.toMatchObject(refused)
    await expect(type(run, 'pupil', 'Nadia Fernbank', { birthDate: '2014-03-03' })).rejects.toMatchObject(refused)
    for (const typed of [{ email: 'nobody' }, { email: 'a@oak.example.test', lastName: 'Rowe' }, { lastName: 'Rowe' }, {}])
      await expect(type(run, 'staff', 'Emil Rowe', typed)).rejects.toMatchObject(refused)
    await expect(type(run, 'pupil', 'Tomas Hollow', { birthDate: '2199-01-01' })).rejects.toMatchObject(refused)
    await ada.discard(run)
  })
})
