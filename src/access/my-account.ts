import type { MyAccount } from '../contract/index.ts'
import { type Database, inInstallation, type Tx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { IdSource } from '../schools/index.ts'
import { listAccountEvents } from './account-events.store.ts'
import { updatePassword } from './accounts.store.ts'
import { findAuthenticatorInUse } from './authenticators.store.ts'
import { type Device, deviceOf, shortAddress } from './device.ts'
import { noteOwnEvent } from './note-event.ts'
import { newPasswordHash } from './password-rules.ts'
import { type Refusal, refuseFields } from './refusal.ts'
import { tokenHash } from './secret.ts'
import { deleteOtherSessions, deleteSessionOf, listSessions, updateSessionOrigin } from './sessions.store.ts'
import { checkPassword, type SignInTools } from './sign-in.ts'

/** What somebody does to their own account takes. */
export type AccountTools = SignInTools

/** Somebody at their own account: who, and by which session. */
export interface Owner {
  readonly accountId: string
  readonly name: string
  readonly email: string
  /** The token of the session. */
  readonly token: string
}

/** The own account, as its owner sees it. */
export async function readMyAccount({ database, ids }: Pick<AccountTools, 'database' | 'ids'>, owner: Owner): Promise<MyAccount> {
  return inInstallation(database, (tx) => accountOf(tx, ids, owner))
}

/** The same within a transaction that has just changed something. */
export async function accountOf(tx: Tx, ids: IdSource, { accountId, name, email, token }: Owner): Promise<MyAccount> {
  const sessions = await listSessions(tx, accountId, hashOf(token), ids.clock())
  const authenticator = await findAuthenticatorInUse(tx, accountId)
  const events = await listAccountEvents(tx, accountId)
  return {
    ...{ name, email },
    sessions: sessions.map(({ begunAt, lastUsedAt, ...it }) => ({
      ...it,
      begunAt: begunAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    })),
    authenticator:
      authenticator === undefined ? null : { since: authenticator.since.toISOString(), recoveryCodes: authenticator.recoveryCodes },
    events: events.map(({ kind, at }) => ({ kind, at: at.toISOString() })),
  }
}

/** Changes the own password. Whoever else is signed in with the old one is signed out. */
export async function changePassword(
  { database, ids, refusedPasswords }: AccountTools,
  owner: Owner,
  { present, password }: { readonly present: string; readonly password: string },
): Promise<Result<MyAccount, Problem | Refusal>> {
  const checked = await checkOwnPassword({ database, ids }, owner, present)
  if (!checked.ok) return checked
  if (password.normalize('NFKC') === present.normalize('NFKC')) return fail(refuseFields(problem('account.password_same'), ['password']))
  const made = await newPasswordHash(refusedPasswords, { password, email: owner.email })
  if (!made.ok) return fail(refuseFields(made.failure, ['password']))
  return inInstallation(database, async (tx) => {
    await updatePassword(tx, owner.accountId, made.value, null)
    await deleteOtherSessions(tx, owner.accountId, hashOf(owner.token))
    await noteOwnEvent(tx, ids, owner.accountId, 'password_changed')
    return ok(await accountOf(tx, ids, owner))
  })
}

/** Whether this is the owner's password. Wrong ones count as tries to sign in do. */
export async function checkOwnPassword(
  { database, ids }: Pick<AccountTools, 'database' | 'ids'>,
  { email }: Owner,
  present: string,
): Promise<Result<undefined, Problem | Refusal>> {
  const checked = await checkPassword(database, ids, { email, password: present })
  if (checked.ok) return ok(undefined)
  return checked.failure.code === 'session.wrong' ? fail(refuseFields(problem('account.password_wrong'), ['present'])) : checked
}

/** Ends one session of the own account: its next request is refused. */
export async function endMySession({ database, ids }: AccountTools, owner: Owner, sessionId: string): Promise<Result<MyAccount, Problem>> {
  return inInstallation(database, async (tx) => {
    if (!(await deleteSessionOf(tx, owner.accountId, sessionId))) return fail(problem('account.session_ended'))
    await noteOwnEvent(tx, ids, owner.accountId, 'session_ended')
    return ok(await accountOf(tx, ids, owner))
  })
}

/** Ends every session of the own account but the one that asks. */
export async function endMyOtherSessions({ database, ids }: AccountTools, owner: Owner): Promise<MyAccount> {
  return inInstallation(database, async (tx) => {
    if (await deleteOtherSessions(tx, owner.accountId, hashOf(owner.token))) await noteOwnEvent(tx, ids, owner.accountId, 'sessions_ended')
    return accountOf(tx, ids, owner)
  })
}

/** Keeps where a session was begun, as its owner can recognise it. */
export async function noteOrigin(
  database: Database,
  token: string,
  { address, userAgent }: { readonly address: string; readonly userAgent: string },
): Promise<void> {
  const origin: Device & { readonly address: string } = { ...deviceOf(userAgent), address: shortAddress(address) }
  await inInstallation(database, (tx) => updateSessionOrigin(tx, hashOf(token), origin))
}

function hashOf(token: string): Buffer {
  const hash = tokenHash(token)
  if (hash === null) throw new Error('The token of a session is not of its own form.')
  return hash
}
