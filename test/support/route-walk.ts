import { randomBytes } from 'node:crypto'
import { actorIn } from '../../src/access/index.ts'
import type { RouteBody, RouteId } from '../../src/contract/index.ts'
import { type Database, inInstallation } from '../../src/db/index.ts'
import { Presence } from '../../src/events/index.ts'
import type { Services } from '../../src/http/handler.ts'
import type { Role } from '../../src/permission/index.ts'
import { insertSchool, newId, schoolSettingsSchema } from '../../src/schools/index.ts'
import { type Member, REFUSED_PASSWORDS, type SchoolWithTeam, SET_UP_CODE, signedIn } from './accounts.ts'
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
      presence: new Presence(),
      publicUrl: 'http://muster.example.test',
      setUpCode: SET_UP_CODE,
      refusedPasswords: REFUSED_PASSWORDS,
      uploadBytesMax: 1_000_000,
      sendsMail: true,
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

const LIMITS = { limits: schoolSettingsSchema.parse({}).limits, yearStartWindow: { from: '08-15', to: '09-30' } }

/** What routes take, as little as they accept: so that a request reaches what it names. */
export const BODIES: { readonly [Id in RouteId]?: RouteBody<Id> } = {
  'team.change': { role: 'viewer' },
  'runs.candidates': { q: '' },
  'session.saveReviewView': { columns: ['upn'], rows: 'compact' },
  'account.beginAuthenticator': { present: 'x' },
  'account.confirmAuthenticator': { code: '123456' },
  'account.removeAuthenticator': { present: 'x' },
  'account.changePassword': { present: 'x', password: 'lamps and a heron' },
  'runs.presence': { kind: 'pupil' },
  'runs.decide': { decisions: [{ row: WALK_IDS.nobody, act: 'import' }] },
  'runs.undecide': { batch: WALK_IDS.nobody },
  'runs.redecide': { batch: WALK_IDS.nobody },
  'runs.saveYearGroups': { rows: [] },
  'runs.saveClasses': { kind: 'registration', rows: [] },
  'runs.countScope': { cohort: null },
  'runs.saveScope': { cohort: null, pupilEmails: 'none' },
  'runs.plan': { mayMatch: 'ask' },
  'runs.showFirst': { planHash: '0'.repeat(64), choice: { class: 'nowhere' } },
  'runs.applyFirst': { planHash: '0'.repeat(64), choice: { class: 'nowhere' }, firstHash: '0'.repeat(64) },
  'runs.approve': { planHash: '0'.repeat(64) },
  'runs.apply': { planHash: '0'.repeat(64) },
  'people.add': { kind: 'pupil', fields: { lastName: 'Walk' }, registrationClass: null },
  'access.change': { application: WALK_IDS.nobody, people: [WALK_IDS.nobody], to: 'with' },
  'access.ask': { application: WALK_IDS.nobody },
  'access.answer': { request: WALK_IDS.nobody, answer: 'denied' },
  'messages.release': { messages: [WALK_IDS.nobody] },
  'messages.hold': { messages: [WALK_IDS.nobody] },
  'people.change': { fields: {} },
  'people.unpin': { field: 'firstName' },
  'deletions.ask': { people: [WALK_IDS.nobody] },
  'deletions.restore': { people: [WALK_IDS.nobody], withAccess: false },
  'deletions.keepFor': { days: 30 },
  'deletions.erase': { person: WALK_IDS.nobody, reference: 'walk' },
  'classes.addGroup': { name: 'Walk', description: null },
  'classes.members': { add: [], remove: [] },
  'people.protect': { reason: 'walk' },
  'people.pin': { field: 'firstName', value: null, reason: 'walk', until: '2999-01-01' },
  'rules.change': {},
  'limits.try': LIMITS,
  'limits.change': { ...LIMITS, seen: LIMITS },
  'rehearsals.start': { upload: WALK_IDS.nobody, on: '2999-09-01' },
  'schedule.change': { mode: 'off', time: '02:00', days: [1], onlyInTerm: false },
  'schedule.pause': { until: '2999-01-01' },
  'calendar.add': { kind: 'closed', name: 'Walk', from: '2999-01-01', to: '2999-01-02' },
  'calendar.change': { kind: 'closed', name: 'Walk', from: '2999-01-01', to: '2999-01-02' },
  'classes.change': {},
  'people.missing': { q: 'Nobody' },
  'people.planMerge': { merges: [{ keep: WALK_IDS.nobody, others: [WALK_IDS.nobody] }] },
  'people.merge': { merges: [{ keep: WALK_IDS.nobody, others: [WALK_IDS.nobody] }], planHash: '0'.repeat(64) },
  'people.split': { planHash: '0'.repeat(64) },
  'duplicates.answer': { pairs: [{ one: WALK_IDS.nobody, other: WALK_IDS.nobody }], answer: 'not_same' },
  'learning.adopt': { version: 1 },
  'learning.back': { version: 1 },
}
export const QUERIES: { readonly [Id in RouteId]?: Readonly<Record<string, string>> } = {
  'sanity.read': { check: 'same_email' },
  'directory.difference': { from: '2026-01-05', to: '2026-01-06' },
  'runs.alike': { pattern: '0123456789abcdef' },
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
