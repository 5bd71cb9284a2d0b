import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../src/access/index.ts'
import { addressOf, PATHS, ROUTES, type RouteDefinition, type RouteId } from '../../src/contract/index.ts'
import { makeApp } from '../../src/http/app.ts'
import { silentLog } from '../../src/kernel/index.ts'
import { type Action, ALLOWED, type Role } from '../../src/permission/index.ts'
import { schoolWithTeam, signedIn } from '../support/accounts.ts'
import { testMuster } from '../support/muster.ts'
import { oneRoster, writePackage } from '../support/packages.ts'
import { registeredRoutes } from '../support/registered-routes.ts'
import { accountIn, BODIES, elmWithEve, PUPILS, QUERIES, type Somebody, servicesOf, WALK_IDS } from '../support/route-walk.ts'

// the keys of ROUTES are the ids: its type says so
const ALL = Object.keys(ROUTES) as RouteId[]
const definition = (id: RouteId): RouteDefinition => ROUTES[id]
const PUBLIC = ALL.filter((id) => definition(id).access === 'public')
const SIGNED_IN = ALL.filter((id) => definition(id).access !== 'public')
/** Every route whose access is an act in a school. */
const IN_SCHOOL = SIGNED_IN.filter((id) => definition(id).access !== 'account')
const CHANGES = SIGNED_IN.filter((id) => PATHS[id].method !== 'GET')
/** The screens of a sync, which coordinators and deputies see and nobody else (S-21). */
const OF_SYNC = IN_SCHOOL.filter((id) => /^run\./.test(definition(id).access))

const muster = await testMuster()
const app = await makeApp({ services: servicesOf(muster.database), isDatabaseUp: async () => true, log: silentLog, trustedProxies: '' })
/** By role, all of Oak School. Eve is Access Coordinator of another school. */
const people = new Map<Role | 'eve', Somebody>()
let oak: string
let elm: string
/** Ids of Oak School: what is refused is refused although it is there. */
const there: Record<string, string> = { panel: 'staff' }
const nobody = Object.fromEntries(
  ['run', 'person', 'class', 'row', 'member', 'invitation', 'period', 'upload', 'session'].map((it) => [it, WALK_IDS.nobody]),
)

beforeAll(async () => {
  const team = await schoolWithTeam(muster.database, WALK_IDS)
  oak = team.school
  people.set('access_coordinator', team.dana)
  people.set('deputy', await team.join('deputy', 'tom@oak.example.test', 'Tom Reid'))
  people.set('viewer', await team.join('viewer', 'fay@oak.example.test', 'Fay Lund'))
  for (const role of ['teacher', 'teacher_admin', 'group_admin'] as const) people.set(role, await accountIn(muster, team, role))
  const eve = await elmWithEve(muster)
  people.set('eve', eve)
  elm = eve.school
  const { school } = await muster.sync(writePackage(muster.folder, oneRoster(PUPILS, { id: 'oak', name: 'Oak School' })))
  const scope = await team.dana.may('team.manage')
  await invite(muster.database, WALK_IDS, { scope, email: 'gil@oak.example.test', role: 'viewer', sendsMail: false })
  const one = async (table: string, column = 'school_id') =>
    (await muster.ask<{ id: string }>(`select id from ${table} where ${column} = $1 order by id desc limit 1`, [team.schoolId]))[0]?.id ??
    ''
  const person = await one('person')
  const inSchool = { member: await one('role_grant', 'in_school_id'), invitation: await one('invitation', 'in_school_id') }
  await muster.ask("insert into calendar_period values ($1, gen_random_uuid(), 'closed', 'Fair', '2999-02-01', '2999-02-02')", [
    team.schoolId,
  ])
  Object.assign(there, {
    period: await one('calendar_period'),
    run: String(school.run),
    upload: await one('upload'),
    message: await one('outbox_message'),
    person,
    class: await one('class'),
    row: person,
    ...inSchool,
  })
})
afterAll(() => app.close())

interface Asked extends Partial<InjectOptions> {
  readonly school?: string
  readonly names?: Readonly<Record<string, string>>
}

/** A request to a route as a page sends it, of somebody or nobody. */
function request(id: RouteId, who: Somebody | null, { school = oak, names = there, headers = {}, ...more }: Asked = {}) {
  const url = addressOf(id, { params: { ...names, panel: 'staff', school }, query: QUERIES[id] ?? {} })
  const own = who === null ? {} : { cookie: `muster_session=${who.token}`, 'x-csrf-token': who.csrfToken }
  const body = definition(id).body === undefined ? {} : { payload: {} }
  return app.inject({ method: PATHS[id].method, url, ...body, ...more, headers: { ...own, ...headers } })
}

/** All that a caller can see of an answer. The date is left out: it is the same for everything that is answered in this second. */
function seen({ statusCode, headers, rawPayload }: Awaited<ReturnType<typeof request>>): string {
  const { date: _date, ...others } = headers
  return JSON.stringify([statusCode, others, rawPayload.toString('base64')])
}

const somebody = (role: Role | 'eve'): Somebody => {
  const found = people.get(role)
  if (found === undefined) throw new Error(role)
  return found
}
const actionOf = (id: RouteId): Action => {
  const { access } = definition(id)
  if (access === 'public' || access === 'account') throw new Error(id)
  return access
}
const refusedRoles = (id: RouteId): Role[] => ROLES.filter((role) => !ALLOWED[actionOf(id)].includes(role))
const ROLES: Role[] = ['deputy', 'viewer', 'teacher_admin', 'teacher', 'group_admin']

describe('the routes', () => {
  it('are those of the contract, each served, and no others below /v1', async () => {
    await app.ready()
    const served = registeredRoutes(app.printRoutes({ commonPrefix: false })).filter((it) => / \/v1(\/|$)/.test(it))
    const agreed = ALL.map((id) => `${PATHS[id].method} ${PATHS[id].path}`)
    const heads = ALL.filter((id) => PATHS[id].method === 'GET').map((id) => `HEAD ${PATHS[id].path}`)
    expect(served.toSorted()).toEqual([...agreed, ...heads].toSorted())
  })

  it('are open to everybody only where somebody comes in', () => {
    expect(PUBLIC.toSorted()).toEqual(
      [
        ...['invitation.accept', 'invitation.read', 'session.begin', 'session.read', 'setUp.check', 'setUp.finish'],
        ...['passwordReset.ask', 'passwordReset.finish', 'passwordReset.read'],
      ].toSorted(),
    )
  })

  it('of a school name it in their path, the others do not', () => {
    for (const id of ALL) expect([id, PATHS[id].path.startsWith('/v1/schools/:school')]).toEqual([id, IN_SCHOOL.includes(id)])
  })
})

describe.each(SIGNED_IN)('%s', (id) => {
  it('D18 is refused to whoever is not signed in, the same for every school and for none', async () => {
    const answers = await Promise.all([
      request(id, null),
      request(id, null, { school: 'no-such-school' }),
      request(id, { token: 'A'.repeat(43), csrfToken: 'x' }),
    ])
    expect(answers.map((it) => [it.statusCode, it.json().code])).toEqual(Array(3).fill([401, 'session.needed']))
    expect(new Set(answers.map(seen)).size).toBe(1)
    if (PATHS[id].method === 'GET') expect((await request(id, null, { method: 'HEAD' })).statusCode).toBe(401)
  })
})

describe.each(IN_SCHOOL)('%s', (id) => {
  it('D18 is refused to the wrong role, with the names of who can help and of nobody else', async () => {
    for (const role of refusedRoles(id)) {
      const answer = await request(id, somebody(role))
      expect([role, answer.statusCode], role).toEqual([role, 403])
      expect(answer.json()).toMatchObject({ code: 'permission.needed', coordinators: ['Dana Price'] })
      for (const { first, last } of PUPILS) for (const name of [first, last]) expect(answer.body).not.toContain(name)
    }
  })

  it('D18 is, for people of another school, byte for byte like a school that does not exist', async () => {
    const eve = somebody('eve')
    const [other, none, odd] = [
      await request(id, eve),
      await request(id, eve, { school: 'no-such-school' }),
      await request(id, eve, { school: "\u0000' or" }),
    ]
    expect([other.statusCode, other.json().code]).toEqual([404, 'address.unknown'])
    expect(seen(other)).toBe(seen(none))
    expect(seen(other)).toBe(seen(odd))
    expect(other.body).not.toContain('Dana')
  })

  it('is open to its Access Coordinator', async () => {
    const names = { ...there, member: WALK_IDS.nobody, invitation: WALK_IDS.nobody, period: WALK_IDS.nobody }
    const answer = await request(id, somebody('access_coordinator'), { names })
    expect([401, 403]).not.toContain(answer.statusCode)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.body).not.toContain('address.unknown')
  })
})

describe.each(IN_SCHOOL.filter((id) => /:(run|person|class|row|member|invitation|period)/.test(PATHS[id].path)))('%s', (id) => {
  it('D18 finds nothing of another school: byte for byte like what is not there', async () => {
    const { [id]: payload = {} } = BODIES
    const ask = (names: Readonly<Record<string, string>>) => {
      const headers = { 'if-match': '"1"', 'idempotency-key': randomUUID() }
      const body = definition(id).body === undefined ? {} : { payload }
      return request(id, somebody('eve'), { school: elm, names, headers, ...body })
    }
    const [theirs, none] = [await ask(there), await ask(nobody)]
    expect([theirs.statusCode, theirs.json().code]).toEqual([404, expect.stringMatching(/not_found|unknown/)])
    expect(seen(theirs)).toBe(seen(none))
  })
})

describe.each(CHANGES)('%s', (id) => {
  it('is refused without the CSRF token of the very session', async () => {
    const dana = somebody('access_coordinator')
    for (const given of [undefined, '', 'x', somebody('deputy').csrfToken, dana.token]) {
      const headers = { cookie: `muster_session=${dana.token}`, ...(given === undefined ? {} : { 'x-csrf-token': given }) }
      const answer = await request(id, null, { headers })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'session.csrf_wrong'])
    }
  })

  it('is refused to pages of other sites, even with the token', async () => {
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
      const answer = await request(id, somebody('access_coordinator'), { headers })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'request.other_site'])
    }
  })
})

describe('the walk', () => {
  it('S-21 refuses the screens of a sync to viewers, teachers, teacher admins and group admins', () => {
    expect(OF_SYNC.length).toBeGreaterThan(20)
    for (const id of OF_SYNC)
      expect(refusedRoles(id), id).toEqual(expect.arrayContaining(['viewer', 'teacher_admin', 'teacher', 'group_admin']))
  })

  it('D17 refuses nobody of the team only where the school itself and its team are read', () => {
    const open = IN_SCHOOL.filter((id) => refusedRoles(id).length === 0)
    expect([...new Set(open.map(actionOf))].toSorted()).toEqual(['school.read', 'team.read'])
  })

  it('S-30 shows everybody of the school who its Access Coordinators are, and nobody their address but who manages the team', async () => {
    for (const role of ROLES) {
      const { members } = (await request('team.list', somebody(role))).json()
      expect([role, members[0]]).toMatchObject([role, { name: 'Dana Price', role: 'access_coordinator', email: null }])
    }
  })

  it('counts what is refused: nobody tries names of schools without end', async () => {
    const ask = () => app.inject({ url: '/v1/schools/no-such-school', remoteAddress: '192.0.2.7' })
    const codes = new Set<number>()
    for (let calls = 0; calls < 3_001; calls++) codes.add((await ask()).statusCode)
    expect([...codes]).toEqual([401, 429])
  })

  it('left everything as it was: nobody is signed out, and nothing was changed', async () => {
    expect((await request('school.read', somebody('access_coordinator'))).statusCode).toBe(200)
    const again = await signedIn(muster.database, WALK_IDS, { email: 'dana@oak.example.test', school: oak })
    const { members } = (await request('team.list', again)).json()
    expect(members).toHaveLength(5)
    expect(await muster.ask("select from run where state <> 'applied'")).toEqual([])
  })
})
