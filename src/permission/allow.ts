import { fail, ok, type Result } from '../kernel/index.ts'
import type { Actor, Role } from './actor.ts'

/** Everything that can be done in a school, one word per act. */
export type Action =
  | 'school.read'
  | 'school.configure'
  | 'team.read'
  | 'team.manage'
  | 'people.read'
  | 'people.add'
  | 'people.delete'
  | 'groups.edit'
  | 'access.read'
  | 'access.change'
  | 'access.ask'
  | 'history.read'
  | 'run.read'
  | 'run.start'
  | 'run.decide'
  | 'run.apply'
  | 'run.approve'
  | 'run.discard'
  | 'run.undo'
  | 'message.read'
  | 'message.drop'
  | 'message.send'
  | 'learning.read'
  | 'learning.adopt'

/**
 * Who may do what: the whole table (D17). A role that is missing from a row may not. `run.read` is the sync screens, which
 * only coordinators and deputies see (S-21); what came of runs is `history.read`.
 */
export const ALLOWED: Readonly<Record<Action, readonly Role[]>> = {
  'school.read': ['access_coordinator', 'deputy', 'viewer', 'teacher_admin', 'teacher', 'group_admin', 'operator'],
  'school.configure': ['access_coordinator', 'operator'],
  'team.read': ['access_coordinator', 'deputy', 'viewer', 'teacher_admin', 'teacher', 'group_admin', 'operator'],
  'team.manage': ['access_coordinator', 'operator'],
  'people.read': ['access_coordinator', 'deputy', 'viewer', 'teacher_admin', 'group_admin', 'operator'],
  'people.add': ['access_coordinator', 'deputy', 'teacher_admin', 'operator'],
  'groups.edit': ['access_coordinator', 'deputy', 'teacher_admin', 'operator'],
  'people.delete': ['access_coordinator', 'operator'],
  'access.read': ['access_coordinator', 'deputy', 'viewer', 'operator'],
  'access.change': ['access_coordinator', 'operator'],
  'access.ask': ['access_coordinator', 'deputy', 'viewer', 'teacher_admin', 'teacher', 'operator'],
  'history.read': ['access_coordinator', 'deputy', 'viewer', 'group_admin', 'operator'],
  'run.read': ['access_coordinator', 'deputy', 'operator'],
  'run.start': ['access_coordinator', 'deputy', 'operator'],
  'run.decide': ['access_coordinator', 'deputy', 'operator'],
  'run.apply': ['access_coordinator', 'deputy', 'operator'],
  'run.approve': ['access_coordinator', 'operator'],
  'run.discard': ['access_coordinator', 'deputy', 'operator'],
  'run.undo': ['access_coordinator', 'operator'],
  'message.read': ['access_coordinator', 'deputy', 'viewer', 'operator'],
  'message.drop': ['access_coordinator', 'operator'],
  'message.send': ['access_coordinator', 'operator'],
  'learning.read': ['access_coordinator', 'deputy', 'operator'],
  'learning.adopt': ['access_coordinator', 'operator'],
}

declare const granted: unique symbol

/** The right of one actor to do one thing in one school. Only `allow` makes one; no store works without. */
export interface SchoolScope {
  readonly schoolId: string
  readonly actor: Actor
  readonly action: Action
  readonly [granted]: true
}

/** Another school's actor learns nothing: `not_found`. A role that may not: `forbidden` (D18). */
export type Refusal = 'not_found' | 'forbidden'

/** Gives the scope in which `actor` may do `action`, or says why not. `schoolId` is a UUID. */
export function allow(actor: Actor, action: Action, schoolId: string): Result<SchoolScope, Refusal> {
  if (actor.schoolId !== null && actor.schoolId !== schoolId) return fail('not_found')
  if (!ALLOWED[action].includes(actor.role)) return fail('forbidden')
  // the brand exists in types only: this is its one maker
  return ok({ schoolId, actor, action } as SchoolScope)
}

/** For actions: throws where the scope they are given was made for something else, which is a fault of the caller. */
export function assertMayDo(scope: SchoolScope, action: Action): void {
  if (scope.action !== action) throw new Error(`A scope for ${scope.action} was used for ${action}.`)
}
