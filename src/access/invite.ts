import type { Team, TeamRole } from '../contract/index.ts'
import { type Database, inSchool } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo, type SchoolScope } from '../permission/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { foldEmail } from './fold-email.ts'
import { endInvitation, insertInvitation } from './invitations.store.ts'
import { noteOfTeam } from './note.ts'
import { type Refusal, refuseFields } from './refusal.ts'
import { listMembers } from './role-grants.store.ts'
import { newToken, tokenHash } from './secret.ts'
import { readTeam } from './team.ts'

const VALID_DAYS = 7

/** An invitation whose link can be passed on; the token is kept nowhere. */
export interface Invited {
  readonly token: string
  readonly expiresAt: Date
  readonly team: Team
}

/** Invites somebody to the team. An earlier invitation of the same address ends. */
export async function invite(
  database: Database,
  ids: IdSource,
  { scope, email, role }: { readonly scope: SchoolScope; readonly email: string; readonly role: TeamRole },
): Promise<Result<Invited, Refusal>> {
  assertMayDo(scope, 'team.manage')
  const token = newToken(ids)
  const hash = tokenHash(token)
  if (hash === null) throw new Error('A new token is not of its own form.')
  const [id, at] = [newId(ids), ids.clock()]
  const expiresAt = new Date(at.getTime() + VALID_DAYS * 86_400_000)
  return inSchool(database, scope, async (tx) => {
    await lockSchool(tx)
    const members = await listMembers(tx)
    if (members.some((it) => foldEmail(it.email) === foldEmail(email))) return fail(refuseFields(problem('team.already_member'), ['email']))
    await insertInvitation(tx, { id, tokenHash: hash, email, role, expiresAt }, at)
    await noteOfTeam(tx, ids, { action: 'team.invited', subject: id, what: { role } })
    return ok({ token, expiresAt, team: await readTeam(tx, ids) })
  })
}

/** Withdraws an invitation: its link opens nothing any more. */
export async function withdrawInvitation(
  database: Database,
  ids: IdSource,
  { scope, invitationId }: { readonly scope: SchoolScope; readonly invitationId: string },
): Promise<Result<Team, Problem>> {
  assertMayDo(scope, 'team.manage')
  return inSchool(database, scope, async (tx) => {
    await lockSchool(tx)
    if (!(await endInvitation(tx, invitationId, ids.clock()))) return fail(problem('invitation.not_found'))
    await noteOfTeam(tx, ids, { action: 'team.withdrawn', subject: invitationId, what: {} })
    return ok(await readTeam(tx, ids))
  })
}
