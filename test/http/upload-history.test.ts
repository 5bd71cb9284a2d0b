import { expect, it } from 'vitest'
import type { Agent } from '../support/agent.ts'
import { csv } from '../support/packages.ts'
import { reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const viewer = await server.join(agent, school, { role: 'viewer', name: 'Vera Viewer' })
const ada = reviewerAt(server, agent, school)

const person = (id: string, first: string, last: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ id, 'First name': first, 'Last name': last, 'Year group': '7', Role: 'pupil' },
  ...more,
})
const PEOPLE = csv([
  person('p1', 'Nadia', 'Fernbank'),
  person('p2', 'Tomas', 'Hollow', { 'Year group': '=7+1' }),
  person('p3', 'Ida', ''),
  person('p4', 'Per', 'Marsh', { Role: 'parent' }),
  person('p5', 'Lou', 'Ashdown', { Role: '@SUM(A1)' }),
])

async function upload(text: string, name: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([text]), name)
  const answer = await agent.call('uploads.add', { params: { school }, form })
  if (answer.outcome !== 'read') throw new Error('It was not read.')
  return answer.upload
}
const history = async (by: Agent = agent) => (await by.call('uploads.list', { params: { school }, query: {} })).items

const resultOf = (id: string, by: Agent = agent, where = school) => by.call('uploads.result', { params: { school: where, upload: id } })
const rejectedOf = (id: string, by: Agent = agent, where = school) => by.call('uploads.rejected', { params: { school: where, upload: id } })
const refused = (status: number, code: string) => ({ problem: { status, code } })

/** Eve Marsh, the Access Coordinator of another school, whose code is `elm`. */
async function eveOfElm(): Promise<Agent> {
  const eve = await server.join(agent, school, { role: 'viewer', name: 'Eve Marsh' })
  await server.ask(
    `insert into school (id, code, external_id, name, country, vocabulary, time_zone, year_start, is_made_up, created_at)
     select gen_random_uuid(), 'elm', 'elm', 'Elm School', country, vocabulary, time_zone, year_start, is_made_up, now() from school`,
  )
  await server.ask(
    `update role_grant set role = 'access_coordinator', in_school_id = (select id from school where code = 'elm')
     where account_id = (select id from account where name = 'Eve Marsh')`,
  )
  return eve
}

it('S-152 every upload stands with who, when, which file, its rows and the sync it led to', async () => {
  expect(await history()).toEqual([])
  const id = await upload(PEOPLE, 'autumn.csv')
  const rows = { read: 5, used: 3, leftOut: 1, rejected: 1 }
  const told = { id, fileName: 'autumn.csv', by: 'Ada Example', rows, problems: 1, isKept: true, isTakenAway: false, isForRehearsal: false }
  expect(await history()).toEqual([{ ...told, createdAt: expect.stringMatching(/Z$/), run: null }])
  const run = await ada.startAgain()
  expect(await history()).toMatchObject([{ ...told, run: { id: run.id, purpose: 'sync', state: 'reviewing' } }])
  await upload(PEOPLE, 'winter.csv')
  expect((await history()).map((it) => [it.fileName, it.run?.id ?? null])).toEqual([
    ['winter.csv', null],
    ['autumn.csv', run.id],
  ])
  // who reads the history reads this list, and no row of it
  expect((await history(viewer)).length).toBe(2)
})

it('S-152 the result file says of everybody what happened, and of nobody the name', async () => {
  const [, autumn] = await history()
  const { lines } = await resultOf(autumn?.id ?? '')
  const people = lines.filter((it) => it.kind !== '')
  expect(people.map((it) => [it.kind, it.sourceId, it.outcome])).toEqual([
    ['pupil', 'p1', 'new'],
    ['pupil', 'p2', 'new'],
    ['pupil', 'p3', 'new'],
  ])
  expect(people.length).toBe(autumn?.rows.used)
  expect(lines.filter((it) => it.kind === '').map((it) => [it.outcome, it.file, it.line])).toEqual([
    ['problem', 'autumn.csv', 6],
    ['problem', 'autumn.csv', 5],
  ])
  expect(JSON.stringify(lines)).not.toMatch(/Fernbank|Hollow/)
  // without a sync there is what was wrong
  const [winter] = await history()
  expect((await resultOf(winter?.id ?? '')).lines.map((it) => it.outcome)).toEqual(['problem', 'problem'])
})

it('S-152 rows of an upload are for who syncs at its own school', async () => {
  const id = (await history())[0]?.id ?? ''
  await expect(resultOf(id, viewer)).rejects.toMatchObject(refused(403, 'permission.needed'))
  const eve = await eveOfElm()
  await expect(resultOf(id, eve)).rejects.toMatchObject({ problem: { status: 404 } })
  await expect(rejectedOf(id, eve, 'elm')).rejects.toMatchObject(refused(404, 'file.upload_unknown'))
  await expect(resultOf(id, eve, 'elm')).rejects.toMatchObject(refused(404, 'file.upload_unknown'))
  expect((await eve.call('uploads.list', { params: { school: 'elm' }, query: {} })).total).toBe(0)
})

it('S-153 the rows that are wrong stand with place, value and cure, as many as were rejected', async () => {
  const [upload] = await history()
  const { rows } = await rejectedOf(upload?.id ?? '')
  expect(rows).toMatchObject([{ file: 'winter.csv', line: 6, column: 'Role', value: '@SUM(A1)' }])
  expect(rows.length).toBe(upload?.rows.rejected)
  expect(rows.length).toBe(upload?.problems)
  await expect(rejectedOf(upload?.id ?? '', viewer)).rejects.toMatchObject(refused(403, 'permission.needed'))
})

it('S-152 after seven days the line is left and says that the rest is gone', async () => {
  const [, autumn] = await history()
  const id = autumn?.id ?? ''
  await server.ask("update upload set created_at = created_at - interval '8 days' where id = $1", [id])
  await upload(PEOPLE, 'spring.csv')
  expect((await history()).at(-1)).toEqual({ ...autumn, isKept: false, problems: 0 })
  await expect(resultOf(id)).rejects.toMatchObject(refused(410, 'file.upload_gone'))
  await expect(rejectedOf(id)).rejects.toMatchObject(refused(410, 'file.upload_gone'))
})
