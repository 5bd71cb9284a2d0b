import { describe, expect, it } from 'vitest'
import { type Actor, operator, type Role } from './actor.ts'
import { type Action, allow } from './allow.ts'

const OAK = '0190a000-0000-7000-8000-000000000001'
const ASH = '0190a000-0000-7000-8000-000000000002'

const actor = (role: Role, schoolId: string | null = OAK): Actor => ({ id: `test:${role}`, role, schoolId })

/** D17, a second time and as data: who may do what in their own school. C coordinator, D deputy, V viewer, O operator. */
const MAY: Readonly<Record<Action, string>> = {
  'people.read': 'C D V O',
  'run.read': 'C D V O',
  'run.start': 'C D O',
  'run.decide': 'C D O',
  'run.apply': 'C D O',
  'run.approve': 'C O',
  'run.discard': 'C D O',
  'run.undo': 'C O',
  'school.configure': 'C O',
}
const ROLES: Readonly<Record<string, Role>> = { C: 'access_coordinator', D: 'deputy', V: 'viewer', O: 'operator' }
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

  it('D17 the operator of the installation acts in every school, under the name of the system user', () => {
    expect(operator('alex')).toEqual({ id: 'operator:alex', role: 'operator', schoolId: null })
    for (const school of [OAK, ASH]) for (const action of ACTIONS) expect(allow(operator('alex'), action, school).ok).toBe(true)
  })
})
