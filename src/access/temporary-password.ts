import { type Database, inSchool } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo, type SchoolScope } from '../permission/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { insertAccountEvent } from './account-events.store.ts'
import { updatePassword } from './accounts.store.ts'
import { actorId } from './actor.ts'
import { newTypedSecret } from './codes.ts'
import { noteOfTeam } from './note.ts'
import { hashPassword } from './password.ts'
import { hasRoleElsewhere, lockRoles } from './role-grants.store.ts'
import { deleteSessionsOf } from './sessions.store.ts'

const VALID_DAYS = 3

/**
 * Gives a member of the team a password that holds for three days and is changed at the next sign-in; signs them out everywhere.
 * Only where they have no role elsewhere: whoever answers for one school does not open another. What asks for a code besides
 * the password still does.
 */
export async function giveTemporaryPassword(
  database: Database,
  ids: IdSource,
  { scope, memberId }: { readonly scope: SchoolScope; readonly memberId: string },
): Promise<Result<{ readonly password: string; readonly expiresAt: Date }, Problem>> {
  assertMayDo(scope, 'team.manage')
  const password = newTypedSecret(ids)
  const passwordHash = await hashPassword(password)
  const at = ids.clock()
  const expiresAt = new Date(at.getTime() + VALID_DAYS * 86_400_000)
  return inSchool(database, scope, async (tx) => {
    await lockSchool(tx)
    const member = (await lockRoles(tx)).find((it) => it.id === memberId)
    if (member === undefined) return fail(problem('team.member_not_found'))
    const { accountId } = member
    if (scope.actor.id === actorId(accountId)) return fail(problem('team.password_own'))
    if (await hasRoleElsewhere(tx, accountId)) return fail(problem('team.member_elsewhere'))
    await updatePassword(tx, accountId, passwordHash, expiresAt)
    await deleteSessionsOf(tx, accountId)
    await insertAccountEvent(tx, { id: newId(ids), accountId, kind: 'temporary_password', by: scope.actor.id, at })
    await noteOfTeam(tx, ids, { action: 'team.password_given', subject: actorId(accountId), what: {} })
    return ok({ password, expiresAt })
  })
}
