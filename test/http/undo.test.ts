import { expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const PEOPLE = [...Array.from({ length: 3 }, (_, n) => aPupil(`p${n}`, `Kit${n}`, `Newcombe${n}`)), DORA]

const run = await ada.start(PEOPLE)
await ada.savePanels(run)
const staff = await ada.rows(run, { kind: 'staff' })
await ada.decide(run, staff.version, [{ row: staff.items[0]?.id ?? '', act: 'import' }])
const applied = await ada.sync(run)
const undoIt = () => agent.call('runs.undo', { params: { school, run: applied.id } })

it('N-02 an undo whose plan no longer fits says so, changes nothing, and can be asked for again', async () => {
  const undo = await undoIt()
  const plan = await ada.plan(undo)
  await server.ask("update person set last_name = 'Handmade' where first_name = 'Kit1'")
  await agent.call('runs.apply', { params: { school, run: undo.id }, body: { planHash: plan.hash } })
  await expect
    .poll(async () => (await agent.call('runs.read', { params: { school, run: undo.id } })).failure?.code)
    .toBe('run.undo_drifted')
  expect(await server.ask('select 1 from person')).toHaveLength(4)
})

it('D27 an undone sync leaves no word behind: nobody whom it had imported is ticked, and whoever was kept is found again', async () => {
  await server.ask("update person set email = 'dora.quill@home.example.test', local_fields = '{email}' where first_name = 'Dora'")
  const undo = await undoIt()
  const lines = (await ada.plan(undo)).lines.map((it) => `${it.population} ${it.act} ${it.count}`)
  expect(lines).toEqual(expect.arrayContaining(['pupil kept 1', 'staff kept 1']))
  await ada.sync(undo)
  const again = await ada.startAgain()
  const rows = await ada.rows(again, { kind: 'staff' })
  expect(rows.items.map((it) => `${it.here?.name ?? '-'} | ${it.there?.name} | ${it.status} | ${it.willImport}`)).not.toContain(
    '- | Dora Quill | new | true',
  )
})
