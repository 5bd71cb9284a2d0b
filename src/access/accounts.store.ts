import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import { SCHEDULE } from '../permission/index.ts'
import { foldEmail } from './fold-email.ts'

/** Somebody who can sign in. */
export interface Account {
  readonly id: string
  readonly name: string
  /** As it was typed. */
  readonly email: string
}

/** Any fixed number: one set-up at a time in an installation. */
const SET_UP_LOCK = 7_201_950

/** Whether anybody has an account: from then on set-up is done. */
export async function hasAccounts(tx: Tx): Promise<boolean> {
  const [row] = await tx.rows(sql<{ it: boolean }>`select exists (select from account) as it`)
  return row?.it === true
}

/** Takes the right to set up until the transaction ends; false where somebody else has it. */
export async function lockSetUp(tx: Tx): Promise<boolean> {
  const [row] = await tx.rows(sql<{ it: boolean }>`select pg_try_advisory_xact_lock(${SET_UP_LOCK}) as it`)
  return row?.it === true
}

/** An account with what is kept of its password. */
export interface AccountWithPassword extends Account {
  readonly passwordHash: string
  /** Until when a temporary password holds; null: it is the account's own. */
  readonly passwordExpiresAt: Date | null
}

/** The account of an address. */
export async function findAccount(tx: Tx, email: string): Promise<AccountWithPassword | undefined> {
  const rows = await tx.rows(sql<AccountWithPassword>`
    select id, name, email, password_hash as "passwordHash", password_expires_at as "passwordExpiresAt" from account where email_folded = ${foldEmail(email)}`)
  return rows[0]
}

/** Whether somebody has signed in with this address, ever. */
export async function hasSignedIn(tx: Tx, email: string): Promise<boolean> {
  const [row] = await tx.rows(sql<{ it: boolean }>`
    select exists (select from account where email_folded = ${foldEmail(email)} and last_sign_in_at is not null) as it`)
  return row?.it === true
}

/** Adds an account. False where the address has one. */
export async function insertAccount(tx: Tx, account: Account & { readonly passwordHash: string }, at: Date): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into account (id, email, email_folded, name, password_hash, created_at)
    values (${account.id}, ${account.email.trim()}, ${foldEmail(account.email)}, ${account.name}, ${account.passwordHash}, ${at})
    on conflict (email_folded) do nothing returning id`)
  return rows.length === 1
}

/** Gives an account another password: its own, or one that expires. */
export async function updatePassword(tx: Tx, accountId: string, passwordHash: string, expiresAt: Date | null): Promise<void> {
  await tx.rows(sql`
    update account set password_hash = ${passwordHash}, password_expires_at = ${expiresAt} where id = ${accountId}`)
}

/** What was kept of how somebody wants the review table. */
export async function findReviewView(tx: Tx, accountId: string): Promise<unknown> {
  const [row] = await tx.rows(sql<{ view: unknown }>`select review_view as view from account where id = ${accountId}`)
  return row?.view
}

/** Keeps how somebody wants the review table. */
export async function updateReviewView(tx: Tx, accountId: string, view: object): Promise<void> {
  await tx.rows(sql`update account set review_view = ${JSON.stringify(view)}::jsonb where id = ${accountId}`)
}

/** What people call these actors: the name of an account, the system user of an operator, the schedule. Who is none of them is left out. */
export async function namesOfActors(tx: Tx, actorIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const accounts = actorIds.filter((it) => /^account:[0-9a-f-]{36}$/.test(it)).map((it) => it.slice('account:'.length))
  const rows = await tx.rows(sql<{ id: string; name: string }>`select id, name from account where id = any(${accounts}::uuid[])`)
  const operators = actorIds.filter((it) => it.startsWith('operator:'))
  return new Map([
    ...actorIds.filter((it) => it === SCHEDULE.id).map((it) => [it, 'Schedule'] as const),
    ...operators.map((it) => [it, it.slice('operator:'.length)] as const),
    ...rows.map(({ id, name }) => [`account:${id}`, name] as const),
  ])
}
