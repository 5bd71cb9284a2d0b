import { type Database, inInstallation, type Tx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { type IdSource, newId } from '../schools/index.ts'
import { insertAccountEvent } from './account-events.store.ts'
import { type Account, type AccountWithPassword, findAccount } from './accounts.store.ts'
import { noteOwnEvent } from './note-event.ts'
import { keepOwnPassword, ownPassword } from './own-password.ts'
import { isPassword } from './password.ts'
import type { Refusal } from './refusal.ts'
import type { RefusedPasswords } from './refused-passwords.ts'
import { checkSecondStep } from './second-step.ts'
import { csrfTokenOf, isSameSecret, newToken, tokenHash } from './secret.ts'
import { deleteSession, insertSession, readSession, useSession } from './sessions.store.ts'
import { countTry, forgetTries, LOCKED_MINUTES, TRIES_MAX, takeTryBack } from './sign-in-failures.store.ts'

/** Who is signed in. */
export interface FoundSession {
  readonly caller: { readonly accountId: string; readonly name: string; readonly email: string }
  /** What every request that changes something has to carry. */
  readonly csrfToken: string
}

interface EmailAndPassword {
  readonly email: string
  readonly password: string
}

/** What somebody types to sign in. */
export interface Credentials extends EmailAndPassword {
  /** Of an authenticator app, or a recovery code. */
  readonly code?: string | undefined
  /** In place of a temporary password. */
  readonly newPassword?: string | undefined
}

/** A session that has begun. */
export interface NewSession {
  readonly account: Account
  /** For the cookie; kept nowhere else. */
  readonly token: string
}

/** Who is behind a session cookie. Null: nobody, or the session has run out. */
export async function findSession(database: Database, token: string, now: Date): Promise<FoundSession | null> {
  return foundBy(database, token, (tx, hash) => useSession(tx, hash, now))
}

/** The same for what a page asks by itself: that keeps no session alive which nobody uses. */
export async function peekSession(database: Database, token: string, now: Date): Promise<FoundSession | null> {
  return foundBy(database, token, (tx, hash) => readSession(tx, hash, now))
}

async function foundBy(
  database: Database,
  token: string,
  find: (tx: Tx, hash: Buffer) => Promise<Account | undefined>,
): Promise<FoundSession | null> {
  const hash = tokenHash(token)
  if (hash === null) return null
  const account = await inInstallation(database, (tx) => find(tx, hash))
  if (account === undefined) return null
  return { caller: { accountId: account.id, name: account.name, email: account.email }, csrfToken: csrfTokenOf(token) }
}

/** Whether a request carries the token of its session; compared in constant time. */
export function isFromSession({ csrfToken }: FoundSession, given: unknown): boolean {
  return typeof given === 'string' && isSameSecret(given, csrfToken)
}

/** What signing in takes besides what a person said. */
export interface SignInTools {
  readonly database: Database
  readonly ids: IdSource
  /** The installation's key. */
  readonly key: Uint8Array
  readonly refusedPasswords: RefusedPasswords
}

/** Signs in with address, password and, where the account wants one, a code. What came of it says nothing about whether the address has an account. */
export async function signIn(tools: SignInTools, given: Credentials): Promise<Result<NewSession, Problem | Refusal>> {
  const { database, ids } = tools
  const checked = await checkCredentials(tools, given)
  if (!checked.ok) return checked
  return ok(await inInstallation(database, (tx) => beginSession(tx, ids, checked.value)))
}

/** Ends a session; a token of none is no fault. */
export async function signOut(database: Database, token: string): Promise<void> {
  const hash = tokenHash(token)
  if (hash !== null) await inInstallation(database, (tx) => deleteSession(tx, hash))
}

/** Who these credentials are of. Five wrong tries in a row, of the password or the code, lock the address, known or not. */
export async function checkCredentials(tools: SignInTools, given: Credentials): Promise<Result<Account, Problem | Refusal>> {
  const { database, ids } = tools
  const tried = await tryPassword(database, ids, given)
  if (!tried.ok) return tried
  const { account, tries } = tried.value
  // before the code: that one works once, and a refused password would use it up
  const own = await ownPassword(tools, account, given)
  if (!own.ok) {
    await inInstallation(database, (tx) => takeTryBack(tx, given.email))
    return own
  }
  const step = await inInstallation(database, async (tx) => {
    const came = await checkSecondStep(tx, tools, { accountId: account.id, code: given.code })
    if (came === 'needed') await takeTryBack(tx, given.email)
    if (came !== 'right') return came
    await forgetTries(tx, given.email)
    if (own.value !== null) await keepOwnPassword(tx, ids, { accountId: account.id, passwordHash: own.value })
    return came
  })
  if (step === 'right') return ok({ id: account.id, name: account.name, email: account.email })
  if (step === 'needed') return fail(problem('session.code_needed'))
  if (tries < TRIES_MAX) return fail(problem('session.code_wrong', { params: { triesMax: TRIES_MAX, minutes: LOCKED_MINUTES } }))
  await noteLocked(database, ids, account)
  return fail(locked())
}

/** Whose password this is, of somebody who has proved already who they are. Wrong ones count as tries to sign in do. */
export async function checkPassword(database: Database, ids: IdSource, given: EmailAndPassword): Promise<Result<Account, Problem>> {
  const tried = await tryPassword(database, ids, given)
  if (!tried.ok) return tried
  await inInstallation(database, (tx) => forgetTries(tx, given.email))
  const { id, name, email } = tried.value.account
  return ok({ id, name, email })
}

/** The try stays counted where the password is right: what comes after it may still be wrong. */
async function tryPassword(
  database: Database,
  ids: IdSource,
  { email, password }: EmailAndPassword,
): Promise<Result<{ readonly account: AccountWithPassword; readonly tries: number }, Problem>> {
  const { tries, account } = await inInstallation(database, async (tx) => ({
    tries: await countTry(tx, email, ids.clock()),
    account: await findAccount(tx, email),
  }))
  if (tries > TRIES_MAX) return fail(locked())
  const isRight = await isPassword(account?.passwordHash ?? null, password)
  if (isRight && account !== undefined) return ok({ account, tries })
  if (tries < TRIES_MAX) return fail(wrong())
  await noteLocked(database, ids, account)
  return fail(locked())
}

async function noteLocked(database: Database, ids: IdSource, account: Account | undefined): Promise<void> {
  if (account === undefined) return
  const event = { id: newId(ids), accountId: account.id, kind: 'locked', by: null, at: ids.clock() } as const
  await inInstallation(database, (tx) => insertAccountEvent(tx, event))
}

/** Begins a session of an account in the caller's transaction. */
export async function beginSession(tx: Tx, ids: IdSource, account: Account): Promise<NewSession> {
  const token = newToken(ids)
  const hash = tokenHash(token)
  if (hash === null) throw new Error('A new token is not of its own form.')
  await insertSession(tx, hash, account.id, ids.clock())
  await noteOwnEvent(tx, ids, account.id, 'signed_in')
  return { account, token }
}

function wrong(): Problem {
  return problem('session.wrong', { params: { triesMax: TRIES_MAX, minutes: LOCKED_MINUTES } })
}

function locked(): Problem {
  return problem('session.locked', { params: { minutes: LOCKED_MINUTES } })
}
