import type { SchoolTx } from '../db/index.ts'
import { allow } from '../permission/index.ts'
import { actorOf } from './actor.ts'
import { rolesInSchools } from './role-grants.store.ts'

const ACCOUNT = /^account:([0-9a-f-]{36})$/

/**
 * Of these schools, those whose people the actor of the scope may read too: by a role there, by one in the group of schools,
 * or as operator of the installation.
 */
export async function readableSchools(tx: SchoolTx, schoolIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (schoolIds.length === 0) return new Set()
  const { actor } = tx.scope
  if (actor.schoolId === null) return new Set(schoolIds.filter((id) => allow(actor, 'people.read', id).ok))
  const accountId = ACCOUNT.exec(actor.id)?.[1]
  if (accountId === undefined) return new Set()
  const held = await rolesInSchools(tx, accountId, null)
  const readable = held.filter(({ role, school: { id } }) => allow(actorOf(accountId, role, id), 'people.read', id).ok)
  return new Set(readable.map(({ school }) => school.id).filter((id) => schoolIds.includes(id)))
}
