import type { RouteAnswer } from '../contract/index.ts'
import { type Database, inInstallation, intoSchool, type Tx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { type Account, findAccount, insertAccount, namesOfActors } from './accounts.store.ts'
import { actorId, actorOf, scopeOf } from './actor.ts'
import { findInvitation, type InvitationToSchool, takeInvitation } from './invitations.store.ts'
import { noteOfTeam } from './note.ts'
import { newPasswordHash } from './password-rules.ts'
import { type Refusal, refuseFields } from './refusal.ts'
import { insertRoleGrants } from './role-grants.store.ts'
import { tokenHash } from './secret.ts'
import { beginSession, checkCredentials, type NewSession, type SignInTools } from './sign-in.ts'

/** What somebody says who follows the link of an invitation. */
export interface Acceptance {
  readonly token: string
  /** Of a new account. */
  readonly name?: string | undefined
  readonly password: string
  /** Of an account that wants one. */
  readonly code?: string | undefined
}

/** Somebody who has joined a team. */
export interface Joined {
  readonly session: NewSession
  /** The school's code. */
  readonly school: string
}

/** What an invitation is to, for who holds its link. One that ended, ran out or never was gives the same answer. */
export async function readInvitation(
  database: Database,
  ids: IdSource,
  token: string,
): Promise<Result<RouteAnswer<'invitation.read'>, Problem>> {
  return inInstallation(database, async (tx) => {
    const found = await find(tx, ids, token)
    if (found === undefined) return fail(problem('invitation.not_found'))
    const { schoolName, role, email, invitedBy } = found
    const hasAccount = (await findAccount(tx, email)) !== undefined
    const names = await namesOfActors(tx, [invitedBy])
    return ok({ school: schoolName, role, email, hasAccount, invitedBy: names.get(invitedBy) ?? '' })
  })
}

/**
 * Accepts an invitation, once: with the password of the account that its address has, else with a new account. Who has a role
 * in the school keeps that one.
 */
export async function acceptInvitation(tools: SignInTools, acceptance: Acceptance): Promise<Result<Joined, Problem | Refusal>> {
  const { database, ids } = tools
  const { invitation, account } = await inInstallation(database, async (tx) => {
    const found = await find(tx, ids, acceptance.token)
    return { invitation: found, account: found === undefined ? undefined : await findAccount(tx, found.email) }
  })
  if (invitation === undefined) return fail(problem('invitation.not_found'))
  if (account === undefined) return joinAsNew(tools, invitation, acceptance)
  const checked = await checkCredentials(tools, { email: invitation.email, password: acceptance.password, code: acceptance.code })
  if (!checked.ok) return checked
  return inInstallation(database, (tx) => join(tx, ids, { invitation, account: checked.value }))
}

async function joinAsNew(
  tools: SignInTools,
  invitation: InvitationToSchool,
  { token, name, password }: Acceptance,
): Promise<Result<Joined, Problem | Refusal>> {
  if (name === undefined) return fail(refuseFields(problem('account.name_needed'), ['name']))
  const { database, ids, refusedPasswords } = tools
  const made = await newPasswordHash(refusedPasswords, { password, email: invitation.email })
  if (!made.ok) return fail(refuseFields(made.failure, ['password']))
  const passwordHash = made.value
  const account = { id: newId(ids), name, email: invitation.email }
  const joined = await inInstallation(database, async (tx) => {
    if (!(await insertAccount(tx, { ...account, passwordHash }, ids.clock()))) return null
    const done = await join(tx, ids, { invitation, account })
    // an account that came to nothing is not left behind
    if (!done.ok) throw new Overtaken(done.failure)
    return done
  }).catch((error: unknown) => {
    if (error instanceof Overtaken) return fail(error.problem)
    throw error
  })
  // the address got an account a moment ago: its password counts
  return joined ?? acceptInvitation(tools, { token, password })
}

/** Takes a transaction back whose invitation somebody else accepted in between. */
class Overtaken extends Error {
  readonly problem: Problem

  constructor(overtaken: Problem) {
    super(overtaken.code)
    this.problem = overtaken
  }
}

async function join(
  tx: Tx,
  ids: IdSource,
  { invitation, account }: { readonly invitation: InvitationToSchool; readonly account: Account },
): Promise<Result<Joined, Problem>> {
  const { id, role, schoolId, schoolCode, invitedBy } = invitation
  const schoolTx = await intoSchool(tx, scopeOf(actorOf(account.id, role, schoolId), 'school.read'))
  await lockSchool(schoolTx) // before anything refers to it: two who join at once would wait for each other
  if (!(await takeInvitation(tx, id, ids.clock()))) return fail(problem('invitation.not_found'))
  const grant = { id: newId(ids), accountId: account.id, role, schoolId, groupId: null }
  await insertRoleGrants(tx, [grant], { actor: invitedBy, at: ids.clock() })
  const session = await beginSession(tx, ids, account)
  await noteOfTeam(schoolTx, ids, { action: 'team.joined', subject: actorId(account.id), what: { invitation: id, role } })
  return ok({ session, school: schoolCode })
}

async function find(tx: Tx, ids: IdSource, token: string): Promise<InvitationToSchool | undefined> {
  const hash = tokenHash(token)
  return hash === null ? undefined : findInvitation(tx, hash, ids.clock())
}
