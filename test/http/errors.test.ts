import { expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const teacher = (id: string, last: string) => ({ ...DORA, id, last, email: '' })

it('UX-C10 whom a sync cannot take in stands by cause with the cure', async () => {
  const run = await ada.start([
    ...[aPupil('p1', 'Kit', 'Newcombe'), aPupil('p2', 'Lou', 'Ashdown', { classes: [] })],
    ...[DORA, teacher('t2', 'Marsh'), teacher('t3', 'Abbott')],
  ])
  const { items } = await agent.call('runs.errors', { params: { school, run: run.id } })
  expect(items.map(({ code, population, count, people }) => ({ code, population, count, people }))).toEqual([
    {
      ...{ code: 'staff.without_email', population: 'staff', count: 2 },
      people: [
        { name: 'Dora Abbott', className: null },
        { name: 'Dora Marsh', className: null },
      ],
    },
    { code: expect.stringMatching(/class/), population: 'pupil', count: 1, people: [{ name: 'Lou Ashdown', className: null }] },
  ])
  for (const { title, cure } of items) expect(`${title} ${cure}`).not.toMatch(/[{}]/)
  // the same afterwards, for as long as the review is kept
  await ada.savePanels(run)
  await ada.sync(run)
  expect((await agent.call('runs.errors', { params: { school, run: run.id } })).items).toEqual(items)
})
