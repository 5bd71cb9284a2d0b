import { describe, expect, it } from 'vitest'
import { type Actor, operator, type Role } from './actor.ts'
import { type Action, allow, assertMayDo } from './allow.ts'

const OAK = '0190a000-0000-7000-8000-000000000001'
const ASH = '0190a000-0000-7000-8000-000000000002'

const actor = (role: Role, schoolId: string | null = OAK): Actor => ({ id: `test:${role}`, role, schoolId })

/**
 * D17, a second time and as data: who may do what in their own school. C coordinator, D deputy, V viewer, A teacher admin,
 * T teacher, P pupil, G group admin, I platform admin (IT), O operator, K api client.
 */
const MAY: Readonly<Record<Action, string>> = {
  'school.read': 'C D V A T G O',
  'school.configure': 'C O',
  'team.read': 'C D V A T G O',
  'team.manage': 'C O',
  'people.read': 'C D V A G O',
  'people.add': 'C D A O',
  'people.delete': 'C O',
  'groups.edit': 'C D A O',
  'access.read': 'C D V O',
  'access.change': 'C O',
  'access.ask': 'C D V A T O',
  'history.read': 'C D V G O',
  'run.read': 'C D O',
  'run.start': 'C D O',
  'run.decide': 'C D O',
  'run.apply': 'C D O',
  'run.approve': 'C O',
  'run.discard': 'C D O',
  'run.undo': 'C O',
  'message.read': 'C D V O',
  'message.drop': 'C O',
  'message.send': 'C O',
  'learning.read': 'C D O',
  'learning.adopt': 'C O',
}
const ROLES: Readonly<Record<string, Role>> = {
  C: 'access_coordinator',
  D: 'deputy',
  V: 'viewer',
  A: 'teacher_admin',
  T: 'teacher',
  P: 'pupil',
  G: 'group_admin',
  I: 'platform_admin',
  O: 'operator',
  K: 'api_client',
}
// the keys of MAY are the actions: its type says so
const ACTIONS = Object.keys(MAY) as Action[]

describe('allow', () => {
  it.each(
    ACTIONS.flatMap((action) =>
      Object.entries(ROLES).map(([letter, role]) => [action, role, MAY[action].split(' ').includes(letter)] as const),
    ),
  )('D17 %s by %s in their school: %s', (action, role, may) => {
    const scope = allow(actor(role), action, OAK)
    expect(scope).toEqual(may ? { ok: true, value: { schoolId: OAK, actor: actor(role), action } } : { ok: false, failure: 'forbidden' })
  })

  it.each(ACTIONS.flatMap((action) => Object.values(ROLES).map((role) => [action, role] as const)))(
    'D18 %s by %s of another school: as if there were no such school, whatever the role',
    (action, role) => {
      expect(allow(actor(role, ASH), action, OAK)).toEqual({ ok: false, failure: 'not_found' })
    },
  )

  it('a scope is good for the one action it was made for', () => {
    const scope = allow(actor('viewer'), 'people.read', OAK)
    if (!scope.ok) throw new Error(scope.failure)
    expect(() => assertMayDo(scope.value, 'people.read')).not.toThrow()
    for (const action of ACTIONS)
      if (action !== 'people.read') expect(() => assertMayDo(scope.value, action), action).toThrow('people.read')
  })

  it('D17 the operator of the installation acts in every school, under the name of the system user', () => {
    expect(operator('alex')).toEqual({ id: 'operator:alex', role: 'operator', schoolId: null })
    for (const school of [OAK, ASH]) for (const action of ACTIONS) expect(allow(operator('alex'), action, school).ok).toBe(true)
  })
})
