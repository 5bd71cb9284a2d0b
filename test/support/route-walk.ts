import { randomBytes } from 'node:crypto'
import { actorIn } from '../../src/access/index.ts'
import type { RouteBody, RouteId } from '../../src/contract/index.ts'
import { type Database, inInstallation } from '../../src/db/index.ts'
import type { Services } from '../../src/http/handler.ts'
import type { Role } from '../../src/permission/index.ts'
import { insertSchool, newId } from '../../src/schools/index.ts'
import { type Member, type SchoolWithTeam, SET_UP_CODE, signedIn } from './accounts.ts'
import { TEST_KEY } from './database-server.ts'
import type { TestMuster } from './muster.ts'
import type { MadeUp } from './packages.ts'

/** Who sends a request. */
export type Somebody = Pick<Member, 'token' | 'csrfToken'>

/** Real time and random ids; `nobody` is the id of nothing. */
export const WALK_IDS = {
  clock: () => new Date(),
  random: (count: number) => randomBytes(count),
  nobody: '01990000-0000-7000-8000-000000000000',
}

/** Pupils whose names stand nowhere else. */
export const PUPILS: readonly MadeUp[] = ['Quintessa', 'Zebedee', 'Hyacinth', 'Leopold', 'Ottoline', 'Peregrine'].map((first, at) => ({
  ...{ id: `p${at}`, first, last: `Wick${'abcdef'[at]}ham`, grade: '7', classes: ['7A'] },
}))

/** What the server works with: all that a walk may use, and nothing that goes on by itself. */
export function servicesOf(database: Database): Services {
  return {
    ...{
      database,
      ids: WALK_IDS,
      key: TEST_KEY,
      publicUrl: 'http://muster.example.test',
      setUpCode: SET_UP_CODE,
      uploadBytesMax: 1_000_000,
    },
    makeMadeUpSchool: () => Promise.reject(new Error('the walk makes no school')),
    carryOn: () => Promise.reject(new Error('the walk starts nothing')),
  }
}

/** Somebody with a role in the school that nobody can be invited to. */
export async function accountIn(
  { ask, database }: TestMuster,
  team: SchoolWithTeam,
  role: Extract<Role, 'teacher' | 'teacher_admin' | 'group_admin'>,
): Promise<Somebody> {
  const member = await team.join('viewer', `${role}@oak.example.test`)
  if (role !== 'group_admin') {
    await ask('update role_grant set role = $1 where account_id = $2', [role, member.accountId])
    return member
  }
  const groupId = newId(WALK_IDS)
  await ask("insert into school_group (id, name) values ($1, 'River Trust')", [groupId])
  await ask('update school set school_group_id = $1 where id = $2', [groupId, team.schoolId])
  await ask("update role_grant set role = 'group_admin', in_school_id = null, in_group_id = $1 where account_id = $2", [
    groupId,
    member.accountId,
  ])
  const found = await actorIn(database, { accountId: member.accountId, schoolCode: team.school })
  if (found?.actor.role !== role) throw new Error('The group admin does not reach the school.')
  return member
}

/** What routes take, as little as they accept: so that a request reaches what it names. */
export const BODIES: { readonly [Id in RouteId]?: RouteBody<Id> } = {
  'team.change': { role: 'viewer' },
  'runs.candidates': { q: '' },
  'runs.decide': { decisions: [{ row: WALK_IDS.nobody, act: 'import' }] },
  'runs.undecide': { batch: WALK_IDS.nobody },
  'runs.saveYearGroups': { rows: [] },
  'runs.saveClasses': { kind: 'registration', rows: [] },
  'runs.countScope': { cohort: null },
  'runs.saveScope': { cohort: null, pupilEmails: 'none' },
  'runs.plan': { mayMatch: 'ask' },
  'runs.approve': { planHash: '0'.repeat(64) },
  'runs.apply': { planHash: '0'.repeat(64) },
  'people.change': { fields: {} },
  'learning.adopt': { version: 1 },
  'learning.back': { version: 1 },
}
export const QUERIES: { readonly [Id in RouteId]?: Readonly<Record<string, string>> } = {
  'runs.counts': { kind: 'pupil' },
  'runs.rows': { kind: 'pupil' },
  'runs.classes': { kind: 'registration' },
}

/** Eve Marsh, the Access Coordinator of another school. */
export async function elmWithEve({ ask, database }: TestMuster): Promise<Somebody & { readonly school: string }> {
  const elm = { id: newId(WALK_IDS), externalId: 'elm', name: 'Elm School', vocabulary: 'en-GB' as const, isMadeUp: false }
  await inInstallation(database, (tx) => insertSchool(tx, WALK_IDS, elm))
  const eve = newId(WALK_IDS)
  // the password of everybody in the tests
  await ask(
    `insert into account (id, email, email_folded, name, password_hash, created_at)
     select $1, 'eve@elm.example.test', 'eve@elm.example.test', 'Eve Marsh', password_hash, now() from account limit 1`,
    [eve],
  )
  await ask(
    "insert into role_grant (id, account_id, role, in_school_id, granted_by, granted_at) values ($1, $2, 'access_coordinator', $3, 'test', now())",
    [newId(WALK_IDS), eve, elm.id],
  )
  const [school] = await ask<{ code: string }>('select code from school where id = $1', [elm.id])
  const code = school?.code ?? ''
  return { ...(await signedIn(database, WALK_IDS, { email: 'eve@elm.example.test', school: code })), school: code }
}
