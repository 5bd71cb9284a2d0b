import { describe, expect, it } from 'vitest'
import { reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)

/** A day so many days from today. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A whole OneRoster 1.2 package of pupils: id, first name, and the day on which their role ends. */
function pupils(...people: readonly (readonly [string, string, string])[]): Record<string, string> {
  return {
    'manifest.csv': 'propertyName,value\noneroster.version,1.2\nfile.orgs,bulk\nfile.users,bulk\nfile.roles,bulk\n',
    'orgs.csv': 'sourcedId,name,type\noak,Oak School,school\n',
    'users.csv': ['sourcedId,enabledUser,givenName,familyName', ...people.map(([id, first]) => `${id},true,${first},Fernbank`)].join('\n'),
    'roles.csv': [
      'sourcedId,status,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId',
      ...people.map(([id, , end]) => `r-${id},,${id},primary,student,,${end},oak`),
    ].join('\n'),
  }
}
const start = async (files: Record<string, string>) => {
  await server.upload(agent, school, files)
  return ada.startAgain()
}

const STAYING = Array.from({ length: 20 }, (_, at) => [`s${at}`, `Stay${at}`, ''] as const)
const first = await start(pupils(['p1', 'Nadia', ''], ['p2', 'Tomas', day(30)], ['p3', 'Wren', day(30)], ...STAYING))
await ada.savePanels(first)
await ada.sync(first)

describe('leaving dates of the file (UX C8)', () => {
  it('whoever the file says has left is Desynced with the day, expected; whoever it says will leave is still there', async () => {
    const run = await start(pupils(['p1', 'Nadia', day(-40)], ['p2', 'Tomas', day(30)], ['p3', 'Wren', day(30)], ...STAYING))
    const { items } = await ada.rows(run, { filter: 'desynced' })
    expect(items).toMatchObject([{ here: { name: 'Nadia Fernbank' }, reason: { code: 'left_on', params: { on: day(-40) } } }])
    const { items: odd } = await ada.rows(run, { filter: 'worth_a_look' })
    expect(odd).toEqual([])
    await ada.discard(run)
  })

  it('whoever is missing left on the day that was last said of them, and without a date before it', async () => {
    await server.ask(
      `update source_record set body = body || '{"leavingDate":"${day(-3)}"}' where source_id = 'p2' and last_snapshot is null`,
    )
    const run = await start(pupils(['p1', 'Nadia', ''], ...STAYING))
    const { items } = await ada.rows(run, { filter: 'desynced' })
    expect(items.map(({ here, reason }) => [here?.name, reason])).toEqual([
      ['Tomas Fernbank', { code: 'left_on', params: { on: day(-3) } }],
      ['Wren Fernbank', { code: 'left_without_date', params: {} }],
    ])
    await ada.discard(run)
  })

  it('UX C13 the list of leavers shows the day that the MIS said, and none where it said none', async () => {
    await server.ask(
      `update source_record set body = body || '{"leavingDate":"${day(9)}"}' where source_id = 'p3' and last_snapshot is null`,
    )
    await ada.sync(await start(pupils(['p1', 'Nadia', day(-40)], ['p2', 'Tomas', day(30)], ...STAYING.slice(1))))
    const leavers = await agent.call('leavers.list', { params: { school }, query: { sort: 'name' } })
    expect(leavers.items.map((it) => [it.name, it.reason, it.lastDay])).toEqual([
      ['Nadia Fernbank', 'no_date', day(-40)],
      ['Stay0 Fernbank', 'no_date', null],
      ['Wren Fernbank', 'no_date', null],
    ])
  })
})
