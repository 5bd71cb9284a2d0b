import { describe, expect, it } from 'vitest'
import type { RouteBody } from '../../src/contract/index.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const at = (run: Run) => ({ school, run: run.id })

const TEACHER = { ...DORA, classes: [] }
const inClass = (id: string, ...classes: readonly string[]) => aPupil(id, 'Kit', `Marsh${id}`, { classes: [...classes] })
const LAST_YEAR = [inClass('p1', '6 Oak'), inClass('p2', '6 Elm'), TEACHER]
const THIS_YEAR = [inClass('p1', '7-Oak'), inClass('p2', '6-Elm'), TEACHER]

type Said = Omit<RouteBody<'runs.saveClasses'>, 'kind'>
const panel = (run: Run) => agent.call('runs.classes', { params: at(run), query: { kind: 'registration' } })
const save = async (run: Run, said: Said) => {
  const { version } = await agent.call('runs.read', { params: at(run) })
  return agent.call('runs.saveClasses', { params: at(run), ifMatch: version, body: { kind: 'registration', ...said } })
}
const held = () => server.ask('select name, is_archived, local_fields from class order by name')

const first = await ada.start(LAST_YEAR)
await ada.savePanels(first)
await ada.sync(first)

describe('the classes of a new year', () => {
  it('S-95 are proposed where the names are nearly the same, and never taken by themselves', async () => {
    const { rows } = await panel(await ada.start(THIS_YEAR))
    expect(rows.map((it) => `${it.name} ${it.effect} ${it.near.map((one) => one.name).join()}`)).toEqual(['6-Elm new 6 Elm', '7-Oak new '])
  })

  it('C24 one that is chosen keeps its name where a person says so, and that can be taken back in one go', async () => {
    const run = await ada.startAgain()
    const { rows, ours } = await panel(run)
    const elm = rows.find((it) => it.name === '6-Elm')
    const target = ours.find((it) => it.name === '6 Elm')?.id ?? ''
    const saved = await save(run, { rows: [{ id: elm?.id ?? '', isSetUp: true, target, keepsName: true }] })
    expect(saved.rows[0]).toMatchObject({ name: '6-Elm', target: { name: '6 Elm' }, keepsName: true, effect: 'keep', near: [] })
    const { items } = await agent.call('runs.decisions', { params: at(run) })
    expect(items).toMatchObject([{ act: 'keep_name', name: '6-Elm', count: 2, isUndoable: true }])
    await agent.call('runs.undecide', { params: at(run), body: { batch: items[0]?.batch ?? '' } })
    expect((await panel(run)).rows[0]).toMatchObject({ target: null, keepsName: false, effect: 'new' })
    await save(run, { rows: [{ id: elm?.id ?? '', isSetUp: true, target, keepsName: true }] })
  })

  it('S-104 those that will be empty are named and archived in a line of their own; new ones are named by a pattern', async () => {
    const run = await ada.startAgain()
    expect((await panel(run)).emptied).toEqual({ names: ['6 Oak'], isArchiving: true })
    const keeping = await save(run, { rows: [], archiveEmptied: false })
    expect(keeping.emptied.isArchiving).toBe(false)
    expect((await ada.plan(run)).lines.map((it) => it.id)).toContain('class.desync')
    await save(run, { rows: [], archiveEmptied: true, naming: { style: 'pattern', pattern: 'Class {name}' } })
    const plan = await ada.plan(run)
    expect(plan.lines.filter((it) => it.population === 'class').map((it) => `${it.id} ${it.count}`)).toEqual([
      'class.create 1',
      'class.link 1',
      'class.unlink 1',
      'class.archive 1',
    ])
    const applied = await ada.sync(run)
    expect(await held()).toEqual([
      { name: '6 Elm', is_archived: false, local_fields: ['name'] },
      { name: '6 Oak', is_archived: true, local_fields: [] },
      { name: 'Class 7-Oak', is_archived: false, local_fields: ['name'] },
    ])
    expect(await server.ask("select value from school_setting where name = 'classNaming'")).toEqual([
      { value: { style: 'pattern', pattern: 'Class {name}' } },
    ])
    const again = await ada.startAgain()
    expect((await ada.plan(again)).changes).toBe(0)
    await ada.discard(again)
    await ada.sync(await agent.call('runs.undo', { params: at(applied) }))
    expect(await held()).toEqual([
      { name: '6 Elm', is_archived: false, local_fields: [] },
      { name: '6 Oak', is_archived: false, local_fields: [] },
    ])
  })

  it('S-96 a description comes with the sync, can be taken back before it and is asked for once', async () => {
    const run = await ada.startAgain()
    const { rows } = await panel(run)
    const [elm] = rows
    const say = (description: string) =>
      save(run, { rows: [{ id: elm?.id ?? '', isSetUp: true, target: elm?.target?.id ?? null, description }] })
    const saved = await say(' Meets in the hall ')
    expect(saved.rows[0]).toMatchObject({ name: '6-Elm', description: null, described: 'Meets in the hall' })
    const { items } = await agent.call('runs.decisions', { params: at(run) })
    expect(items).toMatchObject([{ act: 'describe', name: '6-Elm', isUndoable: true }])
    await agent.call('runs.undecide', { params: at(run), body: { batch: items[0]?.batch ?? '' } })
    expect((await panel(run)).rows[0]?.described).toBeNull()
    await agent.call('runs.redecide', { params: at(run), body: { batch: items[0]?.batch ?? '' } })
    await say('Meets in the hall')
    const applied = await ada.sync(run)
    const described = () => server.ask("select description, local_fields from class where name = '6-Elm'")
    expect(await described()).toMatchObject([{ description: 'Meets in the hall', local_fields: ['description'] }])
    // what was typed once does not come again over what somebody changes afterwards
    const [held] = (await agent.call('classes.list', { params: { school }, query: { q: '6-Elm' } })).items
    const one = await agent.call('classes.read', { params: { school, class: held?.id ?? '' } })
    await agent.call('classes.change', { params: { school, class: one.id }, ifMatch: one.version, body: { description: 'Moved upstairs' } })
    const again = await ada.startAgain()
    expect((await panel(again)).rows[0]?.described).toBeNull()
    expect((await ada.plan(again)).changes).toBe(0)
    await ada.discard(again)
    expect(applied.state).toBe('applied')
    expect(await described()).toMatchObject([{ description: 'Moved upstairs' }])
  })

  it('a pattern that names no class apart is refused', async () => {
    const run = await ada.startAgain()
    await expect(save(run, { rows: [], naming: { style: 'pattern', pattern: '{year}' } })).rejects.toMatchObject({
      problem: { status: 422 },
    })
    await ada.discard(run)
  })
})
