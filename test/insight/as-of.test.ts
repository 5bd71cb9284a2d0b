import { expect, it } from 'vitest'
import { inSchool } from '../../src/db/index.ts'
import { directoryAsOf } from '../../src/directory/directory-as-of.ts'
import { type Directory, readDirectory } from '../../src/directory/index.ts'
import { allow, operator } from '../../src/permission/index.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-03-02', '2026-03-03', '2026-03-04'] as const

async function inOak<Value>(work: Parameters<typeof inSchool<Value>>[2]): Promise<Value> {
  const [oak] = await server.ask<{ id: string }>('select id from school where code = $1', [school])
  const scope = allow(operator('test'), 'people.read', oak?.id ?? '')
  if (!scope.ok) throw new Error(scope.failure)
  return inSchool(server.database, scope.value, work)
}

const held = ({ people, ...rest }: Directory): object => ({
  ...rest,
  people: new Map([...people].map(([id, { localFields: _, enrolments, ...it }]) => [id, { ...it, enrolments: new Set(enrolments) }])),
  links: new Set(rest.links),
})

/** What was held at the end of each run, at its last moment. */
const states: { readonly at: Date; readonly directory: Directory }[] = []
async function noteState(): Promise<void> {
  const [last] = await server.ask<{ at: Date }>('select max(at) as at from directory_change')
  states.push({ at: last?.at ?? new Date(0), directory: await inOak(readDirectory) })
}
async function sync(people: Parameters<typeof ada.start>[0]): Promise<Run> {
  const run = await ada.start(people)
  if (run.isFirst) await ada.savePanels(run)
  const done = await ada.sync(run)
  await noteState()
  return done
}
const people = async (asOf?: string) =>
  (await agent.call('people.list', { params: { school }, query: asOf === undefined ? {} : { asOf } })).items.map(
    (it) => `${it.name} ${it.registrationClass}`,
  )

const LEA = aPupil('p2', 'Lea', 'Okafor')
const runs: Run[] = []

it('N-03 the directory as of every run, edit and undo is the one that was held then', async () => {
  runs.push(await sync([aPupil('p1', 'Ada', 'Marsh'), LEA, DORA]))
  runs.push(await sync([aPupil('p1', 'Ada', 'Bell', { classes: ['7B'] }), DORA]))
  const lea = (await agent.call('leavers.list', { params: { school }, query: { q: 'Lea' } })).items[0]
  const read = await agent.call('people.read', { params: { school, person: lea?.id ?? '' } })
  const fields = { firstName: 'Leah' }
  await agent.call('people.change', { params: { school, person: read.id }, ifMatch: read.version, body: { fields } })
  await noteState()
  runs.push(await sync([aPupil('p1', 'Ada', 'Bell', { classes: ['7B'] }), LEA, aPupil('p5', 'Noor', 'Haddad'), DORA]))
  await ada.sync(await agent.call('runs.undo', { params: { school, run: runs[2]?.id ?? '' } }))
  await noteState()
  expect(states).toHaveLength(5)
  for (const { at, directory } of states) expect(held(await inOak((tx) => directoryAsOf(tx, { instant: at })))).toEqual(held(directory))
})

it('N-03 lists, classes and records as of a day; the difference between two', async () => {
  const days = [MONDAY, TUESDAY, TUESDAY, WEDNESDAY, WEDNESDAY]
  const moments = await server.ask<{ at: Date }>('select distinct at from directory_change order by at')
  // half past eleven in the evening of the school is still that day, whatever day it is elsewhere
  for (const [place, { at }] of moments.entries())
    await server.ask('update directory_change set at = $1 where at = $2', [`${days[place]}T23:30:0${place}Z`, at])
  expect(await people(MONDAY)).toEqual(['Ada Marsh 7A', 'Lea Okafor 7A'])
  expect(await people(TUESDAY)).toEqual(['Ada Bell 7B'])
  expect(await people('2026-03-01')).toEqual([])
  expect(await people(WEDNESDAY)).toEqual(await people())

  const classes = await agent.call('classes.list', { params: { school }, query: { asOf: MONDAY } })
  expect(classes.items.map((it) => `${it.name} ${it.pupils}`)).toEqual(['7A 2'])
  const sevenA = classes.items[0]?.id ?? ''
  const then = await agent.call('classes.read', { params: { school, class: sevenA }, query: { asOf: MONDAY } })
  expect(then.people.map((it) => it.name)).toEqual(['Ada Marsh', 'Lea Okafor'])
  const now = await agent.call('classes.read', { params: { school, class: sevenA } })
  expect(now.people.map((it) => it.name)).not.toContain('Ada Marsh')

  const [record] = then.people
  const adaThen = await agent.call('people.read', { params: { school, person: record?.id ?? '' }, query: { asOf: MONDAY } })
  expect(adaThen).toMatchObject({ name: 'Ada Marsh', timeline: [{ operation: 'create' }] })

  const between = (more: object = {}) =>
    agent.call('directory.difference', { params: { school }, query: { from: MONDAY, to: TUESDAY, ...more } })
  const all = await between()
  expect(all.items.filter((it) => it.recordKind === 'person').map((it) => `${it.name} ${it.what}`)).toEqual([
    'Ada Bell changed',
    'Leah Okafor left',
  ])
  expect(all.items[0]?.fields).toEqual([
    { field: 'lastName', before: 'Marsh', after: 'Bell' },
    { field: 'registrationClass', before: '7A', after: '7B' },
  ])
  expect((await between({ from: TUESDAY, to: MONDAY })).items).toEqual(all.items)
  expect((await between({ population: 'class' })).items.map((it) => `${it.name} ${it.what}`)).toEqual(['7B added'])
  expect((await between({ class: sevenA, population: 'pupil' })).total).toBe(2)
  expect((await between({ person: record?.id })).items.map((it) => it.name)).toEqual(['Ada Bell'])
  expect((await between({ from: TUESDAY, to: TUESDAY })).total).toBe(0)
})

it('N-03 a day that is in no calendar is refused', async () => {
  await expect(people('2026-02-30')).rejects.toMatchObject({ problem: { status: 422 } })
})
