import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const people = (count: number) => Array.from({ length: count }, (_, n) => aPupil(`p${n}`, `Kit${n}`, `Newcombe${n}`))
/** What a sync may write: everything but the run itself, what was uploaded and what people said in it. */
const WRITTEN = [
  'person',
  'class',
  'year_group',
  'enrolment',
  'link',
  'directory_change',
  'school_setting',
  'year_group_map',
  'outbox_message',
]

async function written(): Promise<string> {
  const hash = createHash('sha256')
  for (const table of WRITTEN) hash.update(JSON.stringify(await server.ask(`select t::text as row from ${table} t order by 1`)))
  return hash.digest('hex')
}
const count = async (where: string): Promise<number> => (await server.ask(`select 1 from ${where}`)).length

it('points 20 and 24: nothing is written before Sync, and every number is what happens', async () => {
  const first = await ada.start([...people(30), DORA])
  const empty = await written()
  await ada.savePanels(first)
  await ada.plan(first)
  expect(await written()).toBe(empty)
  await ada.sync(first)

  const changed = people(28).map((it, at) => (at < 3 ? { ...it, first: `Kitty${at}` } : it))
  const run = await ada.start([...changed, aPupil('q1', 'Newt', 'Comer'), aPupil('q2', 'Olive', 'Comer'), DORA])
  const before = await written()
  const rows = await ada.rows(run, { show: 'new' })
  const left = rows.items.find((it) => it.there?.name === 'Olive Comer')
  await ada.decide(run, rows.version, [{ row: left?.id ?? '', act: 'leave_out' }])
  const plan = await ada.plan(run, 'leave_out')
  const line = (name: string) => plan.lines.find((it) => it.id === name)?.count ?? 0
  expect(await written()).toBe(before)
  expect({ ...plan.totals, left: line('pupil.left_out') }).toEqual({ added: 1, changed: 3, ended: 2, removed: 0, left: 1 })
  expect(plan.changes).toBe(6)
  // nobody is named: there are no more than those who are counted
  expect(plan.consequences).toEqual([{ code: 'leavers_unexpected', population: 'pupil', params: { count: 2, names: '', more: 0 } }])

  const people0 = await count("person where kind = 'pupil'")
  const applied = await ada.settled(await agent.call('runs.apply', { params: { school, run: run.id }, body: { planHash: plan.hash } }), [
    'applied',
  ])
  expect(await count(`directory_change where run_id = '${run.id}'`)).toBe(plan.changes)
  expect((await count("person where kind = 'pupil'")) - people0).toBe(line('pupil.create'))
  expect(await count("link where end_reason = 'left'")).toBe(line('pupil.desync'))
  expect(await count("person where first_name like 'Kitty%'")).toBe(line('pupil.update'))
  expect(await count("person where last_name = 'Comer' and first_name = 'Olive'")).toBe(0)
  expect(applied.counts).toMatchObject({ created: 1, updated: 3, desynced: 2 })

  // and back: an undo says what it does, and does it
  const undoing = await agent.call('runs.undo', { params: { school, run: run.id } })
  const back = await ada.plan(undoing)
  expect(back.totals).toEqual({ added: 0, changed: 5, ended: 0, removed: 1 })
  await ada.settled(await agent.call('runs.apply', { params: { school, run: undoing.id }, body: { planHash: back.hash } }), ['applied'])
  expect(await count("person where kind = 'pupil'")).toBe(people0)
  expect(await count("link where end_reason = 'left'")).toBe(0)
})
