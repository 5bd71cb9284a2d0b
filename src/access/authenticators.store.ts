import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'

/** The authenticator of an account, as it is kept. */
export interface KeptAuthenticator {
  readonly secret: Buffer
  readonly isInUse: boolean
}

/** Keeps a secret that no code has been typed of yet, in place of another such; false where one is in use. */
export async function insertAuthenticator(tx: Tx, accountId: string, secret: Buffer, at: Date): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into authenticator (account_id, secret, created_at) values (${accountId}, ${secret}, ${at})
    on conflict (account_id) do update set secret = excluded.secret, created_at = excluded.created_at
    where authenticator.confirmed_at is null returning account_id`)
  return rows.length === 1
}

/** The authenticator of an account, in use or not. */
export async function findAuthenticator(tx: Tx, accountId: string): Promise<KeptAuthenticator | undefined> {
  const rows = await tx.rows(sql<KeptAuthenticator>`
    select secret, confirmed_at is not null as "isInUse" from authenticator where account_id = ${accountId}`)
  return rows[0]
}

/** Since when signing in asks for codes, and how many recovery codes are left. */
export async function findAuthenticatorInUse(
  tx: Tx,
  accountId: string,
): Promise<{ readonly since: Date; readonly recoveryCodes: number } | undefined> {
  const rows = await tx.rows(sql<{ since: Date; recoveryCodes: number }>`
    select confirmed_at as since, (select count(*)::int from recovery_code where account_id = ${accountId}) as "recoveryCodes"
    from authenticator where account_id = ${accountId} and confirmed_at is not null`)
  return rows[0]
}

/** Begins to ask for codes; false where it is asked already. */
export async function confirmSecret(tx: Tx, accountId: string, at: Date): Promise<boolean> {
  const rows = await tx.rows(sql`
    update authenticator set confirmed_at = ${at} where account_id = ${accountId} and confirmed_at is null returning account_id`)
  return rows.length === 1
}

/** Uses up the code of a step of 30 seconds, for whoever comes first; false for everybody after. */
export async function takeStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const rows = await tx.rows(sql`
    update authenticator set last_step = ${step} where account_id = ${accountId} and last_step < ${step} returning account_id`)
  return rows.length === 1
}

/** Asks for no codes any more. False where none were asked for. */
export async function deleteAuthenticator(tx: Tx, accountId: string): Promise<boolean> {
  await tx.rows(sql`delete from recovery_code where account_id = ${accountId}`)
  const rows = await tx.rows(sql<{ was: boolean }>`
    delete from authenticator where account_id = ${accountId} returning confirmed_at is not null as was`)
  return rows[0]?.was === true
}

/** Keeps recovery codes in place of those there were. */
export async function replaceRecoveryCodes(tx: Tx, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  await tx.rows(sql`delete from recovery_code where account_id = ${accountId}`)
  await tx.rows(sql`insert into recovery_code (account_id, hash) select ${accountId}, unnest(${hashes}::bytea[])`)
}

/** Uses a recovery code up, for whoever comes first. */
export async function takeRecoveryCode(tx: Tx, accountId: string, hash: Buffer): Promise<boolean> {
  const rows = await tx.rows(sql`delete from recovery_code where account_id = ${accountId} and hash = ${hash} returning account_id`)
  return rows.length === 1
}
