import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import type { Account } from './accounts.store.ts'
import type { Device } from './device.ts'

const IDLE_MINUTES = 30
const HOURS_MAX = 12
/** A session is noted as used at most this often. */
const TOUCH_SECONDS = 60

/** A session that counts at this moment. */
export interface LiveSession extends Account {
  readonly lastSeenAt: Date
}

/** Begins a session, notes the sign-in, and clears away up to a hundred sessions that have run out. */
export async function insertSession(tx: Tx, hash: Buffer, accountId: string, at: Date): Promise<void> {
  await tx.rows(sql`
    delete from session where token_hash in (
      select token_hash from session where created_at <= ${hoursBefore(at)} or last_seen_at <= ${idleBefore(at)}
      limit 100 for update skip locked)`)
  await tx.rows(sql`
    insert into session (token_hash, account_id, created_at, last_seen_at) values (${hash}, ${accountId}, ${at}, ${at})`)
  await tx.rows(sql`update account set last_sign_in_at = ${at} where id = ${accountId}`)
}

/** Whose session it is: undefined where it ended, was idle for 30 minutes or began 12 hours ago. */
export async function useSession(tx: Tx, hash: Buffer, at: Date): Promise<Account | undefined> {
  const found = await readSession(tx, hash, at)
  if (found !== undefined && at.getTime() - found.lastSeenAt.getTime() >= TOUCH_SECONDS * 1000)
    await tx.rows(sql`update session set last_seen_at = ${at} where token_hash = ${hash} and last_seen_at < ${at}`)
  return found
}

/** The same without using it: it goes on being idle. */
export async function readSession(tx: Tx, hash: Buffer, at: Date): Promise<LiveSession | undefined> {
  const [found] = await tx.rows(sql<LiveSession>`
    select a.id, a.name, a.email, s.last_seen_at as "lastSeenAt" from session s join account a on a.id = s.account_id
    where s.token_hash = ${hash} and s.created_at > ${hoursBefore(at)} and s.last_seen_at > ${idleBefore(at)}`)
  return found
}

/** Ends one session. */
export async function deleteSession(tx: Tx, hash: Buffer): Promise<void> {
  await tx.rows(sql`delete from session where token_hash = ${hash}`)
}

/** A session as its account sees it. */
export interface OwnSession extends Device {
  readonly id: string
  readonly isThis: boolean
  readonly address: string | null
  readonly begunAt: Date
  readonly lastUsedAt: Date
}

/** Where an account is signed in: the session of this token first. */
export async function listSessions(tx: Tx, accountId: string, hash: Buffer, at: Date): Promise<readonly OwnSession[]> {
  return tx.rows(sql<OwnSession>`
    select id, token_hash = ${hash} as "isThis", browser, system, address, created_at as "begunAt", last_seen_at as "lastUsedAt"
    from session where account_id = ${accountId} and created_at > ${hoursBefore(at)} and last_seen_at > ${idleBefore(at)}
    order by "isThis" desc, last_seen_at desc, id limit 100`)
}

/** Keeps where a session was begun. */
export async function updateSessionOrigin(tx: Tx, hash: Buffer, it: Device & { readonly address: string }): Promise<void> {
  await tx.rows(sql`
    update session set browser = ${it.browser}, system = ${it.system}, address = ${it.address} where token_hash = ${hash}`)
}

/** Ends one session of an account; false where it has ended. */
export async function deleteSessionOf(tx: Tx, accountId: string, id: string): Promise<boolean> {
  return (await tx.rows(sql`delete from session where account_id = ${accountId} and id = ${id} returning id`)).length === 1
}

/** Ends every session of an account. */
export async function deleteSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.rows(sql`delete from session where account_id = ${accountId}`)
}

/** Ends the sessions of an account but the one of this token; false where there was none. */
export async function deleteOtherSessions(tx: Tx, accountId: string, hash: Buffer): Promise<boolean> {
  const rows = await tx.rows(sql`delete from session where account_id = ${accountId} and token_hash <> ${hash} returning id`)
  return rows.length > 0
}

/** Ends the sessions of an account that has no role anywhere. */
export async function deleteSessionsOfNobody(tx: Tx, accountId: string): Promise<void> {
  await tx.rows(sql`
    delete from session where account_id = ${accountId} and not exists (select from role_grant where account_id = ${accountId})`)
}

function idleBefore(at: Date): Date {
  return new Date(at.getTime() - IDLE_MINUTES * 60_000)
}

function hoursBefore(at: Date): Date {
  return new Date(at.getTime() - HOURS_MAX * 3_600_000)
}
