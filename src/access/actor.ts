import { type Database, inInstallation, intoSchool, type Tx } from '../db/index.ts'
import { type Action, type Actor, allow, type Role, type SchoolScope } from '../permission/index.ts'
import { readSettings, type School } from '../schools/index.ts'
import { type RoleInSchool, coordinatorsOf as readCoordinators, rolesInSchools } from './role-grants.store.ts'

/** Codes are made by us of these characters: nothing else is looked for. */
const CODE = /^[a-z0-9-]{1,60}$/

/** Who an account is in a school. */
export interface ActorInSchool {
  readonly actor: Actor
  readonly school: School
}

/** What the audit says of an account. */
export function actorId(accountId: string): string {
  return `account:${accountId}`
}

/** An account in a role of a school. */
export function actorOf(accountId: string, role: Role, schoolId: string): Actor {
  return { id: actorId(accountId), role, schoolId }
}

/**
 * Who this account is in the school of this code. Null where it has no role there, and where there is no such school. Nobody
 * gets into a school by looking after the installation (D17).
 */
export async function actorIn(
  database: Database,
  { accountId, schoolCode }: { readonly accountId: string; readonly schoolCode: string },
): Promise<ActorInSchool | null> {
  if (!CODE.test(schoolCode)) return null
  return inInstallation(database, async (tx) => {
    const [found] = await rolesInSchools(tx, accountId, schoolCode)
    if (found === undefined) return null
    const { school } = found
    return { actor: actorOf(accountId, await roleNow(tx, accountId, found), school.id), school }
  })
}

/** The role as it counts today: a deputy from whom the school has taken syncs is a viewer (D17). */
export async function roleNow(tx: Tx, accountId: string, { role, school }: RoleInSchool): Promise<Role> {
  if (role !== 'deputy') return role
  const scope = scopeOf(actorOf(accountId, role, school.id), 'school.read')
  const { deputyMaySync } = await readSettings(await intoSchool(tx, scope))
  return deputyMaySync ? role : 'viewer'
}

/** The scope of an actor whom its role must allow this. */
export function scopeOf(actor: Actor, action: Action): SchoolScope {
  const scope = actor.schoolId === null ? null : allow(actor, action, actor.schoolId)
  if (scope === null || !scope.ok) throw new Error(`A ${actor.role} was to do ${action}.`)
  return scope.value
}

/** The names of a school's Access Coordinators: who can help somebody whose role does not suffice (D18). */
export async function coordinatorsOf(database: Database, schoolId: string): Promise<readonly string[]> {
  return inInstallation(database, (tx) => readCoordinators(tx, schoolId))
}
