import type { Team, TeamRole } from '../contract/index.ts'
import { type Database, inSchool, type SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { ALLOWED, assertMayDo, type SchoolScope } from '../permission/index.ts'
import { type IdSource, lockSchool } from '../schools/index.ts'
import { namesOfActors } from './accounts.store.ts'
import { actorId } from './actor.ts'
import { endInvitationsBy, listInvitations } from './invitations.store.ts'
import { noteOfTeam } from './note.ts'
import { deleteRole, listMembers, lockRoles, updateRole } from './role-grants.store.ts'
import { deleteSessionsOfNobody } from './sessions.store.ts'

type LockedGrant = Awaited<ReturnType<typeof lockRoles>>[number]

/** Who has which role in the school. Who may not manage the team sees names and roles, and nobody's address. */
export async function listTeam(database: Database, ids: IdSource, scope: SchoolScope): Promise<Team> {
  assertMayDo(scope, 'team.read')
  return inSchool(database, scope, (tx) => readTeam(tx, ids))
}

/** The team as the scope's actor may see it. */
export async function readTeam(tx: SchoolTx, ids: IdSource): Promise<Team> {
  const mayManage = ALLOWED['team.manage'].includes(tx.scope.actor.role)
  const members = await listMembers(tx)
  const invitations = mayManage ? await listInvitations(tx, ids.clock()) : []
  const inviters = await namesOfActors(
    tx,
    invitations.map((it) => it.invitedBy),
  )
  return {
    members: members.map(({ id, accountId, name, email, role, lastSignInAt }) => ({
      ...{ id, name, role, isYou: tx.scope.actor.id === actorId(accountId) },
      email: mayManage ? email : null,
      lastSignIn: mayManage ? (lastSignInAt?.toISOString() ?? null) : null,
    })),
    invitations: invitations.map(({ id, email, role, expiresAt, invitedBy }) => ({
      ...{ id, email, role, expiresAt: expiresAt.toISOString(), invitedBy: inviters.get(invitedBy) ?? '' },
    })),
  }
}

/** Gives a member another role. The last Access Coordinator stays one. */
export async function changeRole(
  database: Database,
  ids: IdSource,
  { scope, memberId, role }: { readonly scope: SchoolScope; readonly memberId: string; readonly role: TeamRole },
): Promise<Result<Team, Problem>> {
  return withMember(database, ids, { scope, memberId, staysCoordinator: role === 'access_coordinator' }, async (tx, member) => {
    if (member.role === role) return
    await updateRole(tx, member.id, role, ids.clock())
    await noteOfTeam(tx, ids, { action: 'team.changed', subject: actorId(member.accountId), what: { from: member.role, to: role } })
  })
}

/** Takes a member out of the team. Whoever has no role left anywhere is signed out. */
export async function removeMember(
  database: Database,
  ids: IdSource,
  { scope, memberId }: { readonly scope: SchoolScope; readonly memberId: string },
): Promise<Result<Team, Problem>> {
  return withMember(database, ids, { scope, memberId, staysCoordinator: false }, async (tx, member) => {
    await deleteRole(tx, member.id)
    await deleteSessionsOfNobody(tx, member.accountId)
    await noteOfTeam(tx, ids, { action: 'team.removed', subject: actorId(member.accountId), what: { from: member.role } })
  })
}

interface MemberChange {
  readonly scope: SchoolScope
  readonly memberId: string
  readonly staysCoordinator: boolean
}

async function withMember(
  database: Database,
  ids: IdSource,
  { scope, memberId, staysCoordinator }: MemberChange,
  work: (tx: SchoolTx, member: LockedGrant) => Promise<void>,
): Promise<Result<Team, Problem>> {
  assertMayDo(scope, 'team.manage')
  return inSchool(database, scope, async (tx) => {
    await lockSchool(tx)
    const grants = await lockRoles(tx)
    const member = grants.find((it) => it.id === memberId)
    if (member === undefined) return fail(problem('team.member_not_found'))
    const coordinators = grants.filter((it) => it.role === 'access_coordinator')
    const isLast = coordinators.length === 1 && coordinators[0]?.id === memberId
    if (isLast && !staysCoordinator) return fail(problem('team.last_coordinator'))
    await work(tx, member)
    // links are passed on by hand: whoever may not invite any more could still hold some
    if (!staysCoordinator) await endInvitationsBy(tx, actorId(member.accountId), ids.clock())
    return ok(await readTeam(tx, ids))
  })
}
