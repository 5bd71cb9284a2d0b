import { beforeAll, describe, expect, it } from 'vitest'
import type { RouteAnswer } from '../../src/contract/index.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const BORN = { birthDate: '2014-03-05' }
const PEOPLE = [
  aPupil('p1', 'Ada', 'Marsh', BORN),
  aPupil('p2', 'Ben', 'Okafor', { ...BORN, grade: 'Y7' }),
  aPupil('p3', 'Cleo', 'Patel', BORN),
  DORA,
]

const idOf = async (q: string): Promise<string> =>
  (await agent.call('people.list', { params: { school }, query: { q } })).items[0]?.id ?? `nobody is called ${q}`
const whyOf = async (q: string): Promise<RouteAnswer<'people.why'>> =>
  agent.call('people.why', { params: { school, person: await idOf(q) } })

let first: Run
beforeAll(async () => {
  const run = await ada.start(PEOPLE)
  await ada.savePanels(run)
  const staff = await ada.rows(run, { kind: 'staff' })
  await ada.decide(run, staff.version, [{ row: staff.items[0]?.id ?? '', act: 'import' }])
  first = await ada.sync(run)
})

describe('N-18 why a person is as they are', () => {
  it('tells the line, what was understood, the rule, the plan and the write of a pupil who was new', async () => {
    const why = await whyOf('Ben')
    expect(why.source).toMatchObject({ place: { file: 'users.csv', line: 3 }, goneAt: null })
    expect(why.understood).toContainEqual({ field: 'yearGroup', value: 'Year 7', said: 'Y7', typed: null })
    expect(why.understood).toContainEqual({ field: 'lastName', value: 'Okafor', said: null, typed: null })
    expect(why).toMatchObject({ match: null, later: [], messages: [] })
    expect(why.made).toMatchObject({ operation: 'create', rule: { code: 'import_all' }, decided: null, plan: { run: first.id } })
    expect(why.made?.place).toEqual({ file: 'users.csv', line: 3 })
    expect(why.made?.fields).toContainEqual({ field: 'lastName', before: null, after: 'Okafor' })
  })

  it('names who decided, where the rule is a decision, and the e-mail that is owed', async () => {
    const why = await whyOf('Dora')
    expect(why.made).toMatchObject({ rule: { code: 'import_said' }, decided: { by: 'Ada Example' } })
    expect(why.messages).toMatchObject([{ kind: 'staff_invitation', state: 'held', why: 'no_mail_server' }])
  })

  it('says why two were taken for one, long after the review and the file are gone', async () => {
    await server.ask("update link set end_reason = 'ids_cleared', ended_at = now() where source_id = 'p3'")
    await server.ask("delete from link where source_id = 'p3'")
    const run = await ada.start(PEOPLE)
    const rows = await ada.rows(run, { filter: 'all' })
    expect(rows.items.find((it) => it.here?.name === 'Cleo Patel')?.status).toBe('matched')
    await ada.sync(run)
    await server.ask('delete from review_row')
    await server.ask('delete from upload')
    const why = await whyOf('Cleo')
    expect(why.made).toMatchObject({ operation: 'link', rule: { code: 'match_certain' }, place: { file: 'users.csv', line: 4 } })
    expect(why.match?.verdict.code).toMatch(/^pass_|^same_/)
    expect(why.match?.evidence.map((it) => it.code)).toContain('surname.exact')
  })

  it('tells later changes with their own line, newest first, and when the MIS stopped naming somebody', async () => {
    const moved = [PEOPLE[2], { ...PEOPLE[0], last: 'Bell' }, ...PEOPLE.slice(3)].flatMap((it) => (it === undefined ? [] : [it]))
    const sync = await ada.sync(await ada.start(moved as typeof PEOPLE))
    const adaNow = await whyOf('Ada Bell')
    expect(adaNow.later).toMatchObject([
      { rule: { code: 'mis_wins' }, place: { file: 'users.csv', line: 3 }, plan: { run: sync.id }, fields: [{ field: 'lastName' }] },
    ])
    const ben = await agent.call('people.missing', { params: { school }, body: { q: 'okafor' } })
    const why = await agent.call('people.why', { params: { school, person: ben.items[0]?.person ?? '' } })
    expect(why.source?.goneAt).not.toBeNull()
    expect(why.later).toMatchObject([{ rule: { code: 'left' }, place: null, operation: 'desync' }])
  })

  it('is gap-free for everybody who is linked', async () => {
    const people = await agent.call('people.list', { params: { school }, query: { sync: 'synced' } })
    expect(people.total).toBeGreaterThan(2)
    for (const { id } of people.items) {
      const why = await agent.call('people.why', { params: { school, person: id } })
      expect(why.source?.place?.line).toBeGreaterThan(1)
      expect(why.understood.length).toBeGreaterThan(0)
      expect(why.made?.rule.code).not.toBe('other')
      expect(why.made?.plan?.run).toMatch(/-/)
    }
  })
})
