import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
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

/** The account of an address, with its password's hash. */
export async function findAccount(tx: Tx, email: string): Promise<(Account & { readonly passwordHash: string }) | undefined> {
  const rows = await tx.rows(sql<Account & { passwordHash: string }>`
    select id, name, email, password_hash as "passwordHash" from account where email_folded = ${foldEmail(email)}`)
  return rows[0]
}

/** Adds an account. False where the address has one. */
export async function insertAccount(tx: Tx, account: Account & { readonly passwordHash: string }, at: Date): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into account (id, email, email_folded, name, password_hash, created_at)
    values (${account.id}, ${account.email.trim()}, ${foldEmail(account.email)}, ${account.name}, ${account.passwordHash}, ${at})
    on conflict (email_folded) do nothing returning id`)
  return rows.length === 1
}

/** What people call these actors: the name of an account, the system user of an operator. Who is neither is left out. */
export async function namesOfActors(tx: Tx, actorIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const accounts = actorIds.filter((it) => /^account:[0-9a-f-]{36}$/.test(it)).map((it) => it.slice('account:'.length))
  const rows = await tx.rows(sql<{ id: string; name: string }>`select id, name from account where id = any(${accounts}::uuid[])`)
  const operators = actorIds.filter((it) => it.startsWith('operator:'))
  return new Map([
    ...operators.map((it) => [it, it.slice('operator:'.length)] as const),
    ...rows.map(({ id, name }) => [`account:${id}`, name] as const),
  ])
}
