import { describe, expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const KIT = aPupil('p1', 'Kit', 'Newcombe')
const LOU = aPupil('p2', 'Lou', 'Marsh')

const first = await ada.start([KIT, LOU, DORA])
await ada.savePanels(first)
const staff = await ada.rows(first, { kind: 'staff' })
await ada.decide(first, staff.version, [{ row: staff.items[0]?.id ?? '', act: 'import' }])
await ada.sync(first)
const moved = await ada.sync(
  await ada.start([{ ...KIT, last: 'Bell', classes: ['7B'] }, { ...LOU, last: 'Stone' }, aPupil('p3', 'Ida', 'Finch'), DORA]),
)

const person = async (q: string) => {
  const [found] = (await agent.call('people.list', { params: { school }, query: { q } })).items
  if (found === undefined) throw new Error(`nobody is called ${q}`)
  return found
}
const undoOf = async (run: string, q: string) => agent.call('runs.undoPerson', { params: { school, run, person: (await person(q)).id } })
const names = async () => (await agent.call('people.list', { params: { school } })).items.map((it) => it.name)

describe('N-02 the undo of what a run did to one person', () => {
  it('puts that person back, in a plan that is looked at first, and leaves everybody else', async () => {
    const undo = await undoOf(moved.id, 'Kit')
    expect(undo).toMatchObject({ purpose: 'undo', undoesRun: moved.id, onlyPerson: (await person('Kit')).id })
    expect((await ada.plan(undo)).lines.map((it) => `${it.population} ${it.act} ${it.count}`)).toEqual(['pupil revert 1'])
    expect(await names()).toContain('Kit Bell')
    await ada.sync(undo)
    expect(await person('Kit')).toMatchObject({ name: 'Kit Newcombe', registrationClass: '7A' })
    expect(await names()).toEqual(expect.arrayContaining(['Lou Stone', 'Ida Finch']))
  })

  it('leaves the run applied: others of it, and then all of it, can be taken back, and what was put back stays', async () => {
    expect(await agent.call('runs.read', { params: { school, run: moved.id } })).toMatchObject({ state: 'applied', undoneBy: null })
    expect(await agent.call('home.read', { params: { school } })).toMatchObject({ sentence: { code: 'undone_one' } })
    await ada.sync(await undoOf(moved.id, 'Ida'))
    expect(await names()).not.toContain('Ida Finch')
    const whole = await agent.call('runs.undo', { params: { school, run: moved.id } })
    expect((await ada.plan(whole)).lines.map((it) => `${it.population} ${it.act} ${it.count}`)).toEqual(
      expect.arrayContaining(['pupil revert 1', 'pupil kept 1', 'pupil cannot 1']),
    )
    await ada.discard(whole)
  })

  it('D27 keeps what was edited since, in its bucket', async () => {
    const lou = await person('Lou')
    await server.ask("update person set last_name = 'Handmade' where id = $1", [lou.id])
    const undo = await undoOf(moved.id, 'Lou')
    expect((await ada.plan(undo)).lines).toMatchObject([{ act: 'kept', count: 1 }])
    await ada.discard(undo)
  })

  it('D27 takes the person’s e-mail back, and the decision that made the record: nobody is ticked again unseen', async () => {
    await ada.sync(await undoOf(first.id, 'Dora'))
    const messages = await agent.call('messages.list', { params: { school } })
    expect(messages.items).toMatchObject([{ kind: 'staff_invitation', state: 'dropped' }])
    const rows = await ada.rows(await ada.startAgain(), { kind: 'staff' })
    expect(rows.items).toMatchObject([{ status: 'new', willImport: false }])
  })

  it('refuses a person whom the run has not changed', async () => {
    await expect(undoOf(moved.id, 'Kit')).resolves.toMatchObject({ purpose: 'undo' })
    const [nobody] = (await agent.call('people.list', { params: { school }, query: { q: 'Newcombe' } })).items
    const again = await agent.call('runs.list', { params: { school }, query: { state: 'applied' } })
    const other = again.items.find((it) => it.onlyPerson !== null && it.onlyPerson !== nobody?.id)
    const asked = agent.call('runs.undoPerson', { params: { school, run: other?.id ?? '', person: nobody?.id ?? '' } })
    await expect(asked).rejects.toMatchObject({ problem: { status: 409, code: 'run.person_not_changed' } })
  })

  it('the record says until when it can be taken back', async () => {
    const read = await agent.call('people.read', { params: { school, person: (await person('Lou')).id } })
    expect(read.timeline.map((it) => it.mayUndoUntil !== null)).toEqual([true, true])
  })
})
