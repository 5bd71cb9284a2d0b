import type { Team, TeamRole } from '../contract/index.ts'
import { type Database, inSchool } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { oweInvitation } from '../outbox/index.ts'
import { assertMayDo, type SchoolScope } from '../permission/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { hasSignedIn } from './accounts.store.ts'
import { foldEmail } from './fold-email.ts'
import { endInvitation, insertInvitation } from './invitations.store.ts'
import { note, noteOfTeam } from './note.ts'
import { type Refusal, refuseFields } from './refusal.ts'
import { listMembers } from './role-grants.store.ts'
import { linkToken, tokenHash } from './secret.ts'
import { readTeam } from './team.ts'

const VALID_DAYS = 7

/** Somebody who has been invited. */
export interface Invited {
  readonly token: string
  /** The link may be passed on by hand: only to who has never signed in, and only where no e-mail brings it. That it is shown is logged. */
  readonly isShown: boolean
  readonly expiresAt: Date
  readonly team: Team
}

/** Who is invited, and whether a mail server brings them the link. */
export interface InviteRequest {
  readonly scope: SchoolScope
  readonly email: string
  readonly role: TeamRole
  readonly sendsMail: boolean
}

/** Invites somebody to the team by e-mail. An earlier invitation of the same address ends. */
export async function invite(
  database: Database,
  ids: IdSource,
  { scope, email, role, sendsMail }: InviteRequest,
): Promise<Result<Invited, Refusal>> {
  assertMayDo(scope, 'team.manage')
  const [id, at] = [newId(ids), ids.clock()]
  const token = linkToken(database.server.key, id)
  const hash = tokenHash(token)
  if (hash === null) throw new Error('A new token is not of its own form.')
  const expiresAt = new Date(at.getTime() + VALID_DAYS * 86_400_000)
  return inSchool(database, scope, async (tx) => {
    const { isMadeUp } = await lockSchool(tx)
    const members = await listMembers(tx)
    if (members.some((it) => foldEmail(it.email) === foldEmail(email))) return fail(refuseFields(problem('team.already_member'), ['email']))
    await insertInvitation(tx, { id, tokenHash: hash, email, role, expiresAt, invitedBy: scope.actor.id }, at)
    const why = isMadeUp ? 'made_up_school' : sendsMail ? null : 'no_mail_server'
    await oweInvitation(tx, { id: newId(ids), invitationId: id, address: email.trim(), why }, at)
    await noteOfTeam(tx, ids, { action: 'team.invited', subject: id, what: { role } })
    const isShown = why !== null && !(await hasSignedIn(tx, email))
    if (isShown) await note(tx, ids, { action: 'team.link_shown', subject: id, what: {} })
    return ok({ token, isShown, expiresAt, team: await readTeam(tx, ids) })
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
