import { expect, it } from 'vitest'
import type { RouteAnswer } from '../../src/contract/index.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
type Answer = RouteAnswer<'people.missing'>
const ask = (q: string): Promise<Answer> => agent.call('people.missing', { params: { school }, body: { q } })
const reasons = (answer: Answer): readonly string[] => answer.items.map((it) => `${it.name}: ${it.reason.code}`)
const ZARA = aPupil('p4', 'Zara', 'Vance')
const PEOPLE = [
  aPupil('p1', 'Ada', 'Marsh'),
  aPupil('p2', 'Ben', 'Okafor'),
  aPupil('p3', 'Cleo', 'Patel', { classes: [] }),
  ZARA,
  DORA,
  { ...DORA, id: 't2', first: 'Edna', email: '' },
  { ...DORA, id: 't3', first: 'Flora', last: 'Finch', email: 'f@oak.example.test' },
  { id: '', first: 'No', last: 'Id' },
]

it('N-18 before anything was read, nobody is found and nothing was read', async () => {
  expect(await ask('Ada')).toEqual({ items: [], total: 0, lastReadAt: null, unusableRows: 0 })
})

it('N-18 somebody in an open sync comes with it; staff wait for a tick', async () => {
  const run = await ada.start(PEOPLE)
  const pupil = await ask('marsh ADA')
  expect(pupil.items).toMatchObject([{ name: 'Ada Marsh', reason: { code: 'in_open_run' }, run: run.id, person: null }])
  expect(pupil.items[0]?.place).toEqual({ file: 'users.csv', line: 2 })
  expect(reasons(await ask('Flora Finch'))).toEqual(['Flora Finch: not_ticked'])
  await ada.savePanels(run)
  const staff = await ada.rows(run, { kind: 'staff' })
  const flora = staff.items.find((it) => it.there?.name === 'Flora Finch')
  await ada.decide(run, staff.version, [{ row: flora?.id ?? '', act: 'leave_out' }])
  await ada.sync(run)
})

it('N-18 who is here is told so, and who cannot be synced, why', async () => {
  expect(reasons(await ask('Ada'))).toEqual(['Ada Marsh: here_synced'])
  expect(reasons(await ask('Cleo'))).toEqual(['Cleo Patel: left_out.pupil.without_registration_class'])
  expect(reasons(await ask('Quill'))).toEqual(['Dora Quill: not_ticked', 'Edna Quill: left_out.staff.without_email'])
  expect((await ask('Finch')).items).toMatchObject([{ reason: { code: 'leave_out' }, decided: { by: 'Ada Example' } }])
})

it('N-18 whoever is not found may stand in a row that could not be used', async () => {
  expect(await ask('Nobody Atall')).toMatchObject({ items: [], total: 0, unusableRows: 1 })
})

it('N-18 leavers, those out of scope, and those whom an undo removed', async () => {
  // a row without an ID would leave open whether Ben has left
  const named = PEOPLE.filter((it) => it.id !== 'p2' && it.id !== '')
  const later = await ada.start([...named, aPupil('p9', 'Ida', 'Stone', { grade: '9' })])
  const applied = await ada.sync(later)
  expect(reasons(await ask('Okafor'))).toEqual(['Ben Okafor: here_left'])
  const undo = await agent.call('runs.undo', { params: { school, run: applied.id } })
  await ada.sync(undo)
  expect(reasons(await ask('Ida Stone'))).toContain('Ida Stone: removed')
  const run = await ada.startAgain()
  const cohort = { yearGroups: ['7'], registrationClasses: [] }
  await agent.call('runs.saveScope', { params: { school, run: run.id }, ifMatch: run.version, body: { cohort, pupilEmails: 'none' } })
  await ada.sync(run)
  expect(reasons(await ask('Ida'))).toContain('Ida Stone: out_of_scope')
})

it('N-18 a typed name stands in no address and in nothing that the server says', async () => {
  await ask('Zara Vance')
  expect(server.said()).not.toMatch(/zara|vance/i)
  const { status } = await agent.fetch(`/v1/schools/${school}/people/missing?q=Zara`)
  expect(status).toBe(404)
})
