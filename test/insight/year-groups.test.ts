import { expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const NADIA = aPupil('p1', 'Nadia', 'Fernbank')
const TOMAS = aPupil('p2', 'Tomas', 'Hollow', { grade: 'Sprouts' })
const INES = aPupil('p3', 'Ines', 'Marchwood', { grade: 'Year 7' })

const list = () => agent.call('yearGroups.list', { params: { school } })
const yearOf = async (name: string) => (await list()).items.find((it) => it.name === name)
const says = async (run: Awaited<ReturnType<typeof ada.start>>, raw: string, code: string) =>
  agent.call('runs.saveYearGroups', { params: { school, run: run.id }, ifMatch: run.version, body: { rows: [{ raw, code }] } })

const first = await ada.start([NADIA, TOMAS, INES, DORA])
await says(first, 'Sprouts', '1')
await ada.savePanels(first)
await ada.sync(first)

it('UX B2 S-85 each year group has its pupils, classes, and how the MIS spelled it at the last sync', async () => {
  expect(await yearOf('Sprouts')).toMatchObject({
    pupils: 1,
    classes: 1,
    spellings: [{ raw: 'Sprouts', pupils: 1, said: { by: 'Ada Example' } }],
  })
  expect(await yearOf('Year 7')).toMatchObject({
    ...{ pupils: 2, classes: 1 },
    spellings: [
      { raw: '7', pupils: 1, said: null },
      { raw: 'Year 7', pupils: 1, said: null },
    ],
  })
  // a class that says its year itself belongs to no other
  await server.ask("update class set year_groups = '{7}' where name = '7A'")
  expect([await yearOf('Sprouts'), await yearOf('Year 7')].map((it) => it?.classes)).toEqual([0, 1])
  const { items, lastSync, notSynced, withoutYearGroup } = await list()
  expect(items.map((it) => it.name)).toEqual(['Sprouts', 'Year 7'])
  expect({ notSynced, withoutYearGroup, isSynced: lastSync !== null }).toEqual({ notSynced: [], withoutYearGroup: 0, isSynced: true })
})

it('UX B2 the link to the pupils of a year group shows as many', async () => {
  for (const { name, pupils } of (await list()).items) {
    const { total } = await agent.call('people.list', { params: { school }, query: { kind: 'pupil', yearGroup: name } })
    expect(`${name} ${total}`).toBe(`${name} ${pupils}`)
  }
})

it('UX B2 a review that is open changes nothing; its sync does, and leavers are not counted', async () => {
  const before = await list()
  const run = await ada.start([{ ...NADIA, grade: '' }, INES, aPupil('p8', 'Rue', 'Ash', { grade: 'Twigs' }), DORA])
  await says(run, 'Twigs', 'not_synced')
  expect(await list()).toEqual(before)
  await ada.sync(run, 'sync')
  const after = await list()
  expect(after.notSynced).toMatchObject([{ spelling: 'twigs', said: { by: 'Ada Example' } }])
  expect(after.withoutYearGroup).toBe(1)
  expect(await yearOf('Sprouts')).toMatchObject({ pupils: 0, spellings: [] })
})
