import { type Database, inInstallation, type Tx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { IdSource } from '../schools/index.ts'
import { type Account, findAccount } from './accounts.store.ts'
import { isPassword } from './password.ts'
import { csrfTokenOf, isSameSecret, newToken, tokenHash } from './secret.ts'
import { deleteSession, insertSession, readSession, useSession } from './sessions.store.ts'
import { countTry, forgetTries, LOCKED_MINUTES, TRIES_MAX } from './sign-in-failures.store.ts'

/** Who is signed in. */
export interface FoundSession {
  readonly caller: { readonly accountId: string; readonly name: string; readonly email: string }
  /** What every request that changes something has to carry. */
  readonly csrfToken: string
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

/** Signs in with address and password. What came of it says nothing about whether the address has an account. */
export async function signIn(
  database: Database,
  ids: IdSource,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<NewSession, Problem>> {
  const checked = await checkPassword(database, ids, { email, password })
  if (!checked.ok) return checked
  return ok(await inInstallation(database, (tx) => beginSession(tx, ids, checked.value)))
}

/** Ends a session; a token of none is no fault. */
export async function signOut(database: Database, token: string): Promise<void> {
  const hash = tokenHash(token)
  if (hash !== null) await inInstallation(database, (tx) => deleteSession(tx, hash))
}

/** Whose password this is. Five wrong tries in a row lock the address, known or not. */
export async function checkPassword(
  database: Database,
  ids: IdSource,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<Account, Problem>> {
  const { tries, account } = await inInstallation(database, async (tx) => ({
    tries: await countTry(tx, email, ids.clock()),
    account: await findAccount(tx, email),
  }))
  if (tries > TRIES_MAX) return fail(locked())
  const isRight = await isPassword(account?.passwordHash ?? null, password)
  if (!isRight || account === undefined) return fail(tries >= TRIES_MAX ? locked() : wrong())
  await inInstallation(database, (tx) => forgetTries(tx, email))
  return ok({ id: account.id, name: account.name, email: account.email })
}

/** Begins a session of an account in the caller's transaction. */
export async function beginSession(tx: Tx, ids: IdSource, account: Account): Promise<NewSession> {
  const token = newToken(ids)
  const hash = tokenHash(token)
  if (hash === null) throw new Error('A new token is not of its own form.')
  await insertSession(tx, hash, account.id, ids.clock())
  return { account, token }
}

function wrong(): Problem {
  return problem('session.wrong', { params: { triesMax: TRIES_MAX, minutes: LOCKED_MINUTES } })
}

function locked(): Problem {
  return problem('session.locked', { params: { minutes: LOCKED_MINUTES } })
}
