import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import type { Ending } from '../outbox/index.ts'
import type { Account } from './accounts.store.ts'

const VALID_MINUTES = 60
/** More within the hour are not sent: nobody fills the mailbox of somebody else. */
const PER_HOUR_MAX = 3
/** How long one may be on its way to the mail server before it counts as lost. */
const CLAIM_MINUTES = 10
const KEPT_DAYS = 30

/** A link that sets a new password. */
export interface PasswordReset {
  readonly id: string
  readonly account: Account
}

/** Owes the account a link in place of earlier ones, unless it got its share. */
export async function insertReset(
  tx: Tx,
  { id, accountId, tokenHash }: { readonly id: string; readonly accountId: string; readonly tokenHash: Buffer },
  at: Date,
): Promise<void> {
  const [hourAgo, old] = [minutesBefore(at, VALID_MINUTES), minutesBefore(at, KEPT_DAYS * 24 * 60)]
  // one at a time for each account
  await tx.rows(sql`select id from account where id = ${accountId} for update`)
  await tx.rows(sql`delete from password_reset where account_id = ${accountId} and created_at < ${old}`)
  const added = await tx.rows(sql`
    insert into password_reset (id, account_id, token_hash, created_at, expires_at, state, not_before)
    select ${id}::uuid, ${accountId}::uuid, ${tokenHash}, ${at}, ${minutesBefore(at, -VALID_MINUTES)}, 'queued', ${at}
    where (select count(*) from password_reset where account_id = ${accountId} and created_at > ${hourAgo}) < ${PER_HOUR_MAX} returning id`)
  if (added.length === 1)
    await tx.rows(sql`update password_reset set ended_at = ${at} where account_id = ${accountId} and ended_at is null and id <> ${id}`)
}

/** The reset behind a link, while it can be used. */
export async function findReset(tx: Tx, tokenHash: Buffer, at: Date): Promise<PasswordReset | undefined> {
  const [found] = await tx.rows(sql<Account & { resetId: string }>`
    select r.id as "resetId", a.id, a.name, a.email from password_reset r join account a on a.id = r.account_id
    where r.token_hash = ${tokenHash} and r.ended_at is null and r.expires_at > ${at}`)
  if (found === undefined) return undefined
  const { resetId, ...account } = found
  return { id: resetId, account }
}

/** Uses a link for whoever comes first; false for everybody after. */
export async function takeReset(tx: Tx, id: string, at: Date): Promise<boolean> {
  const rows = await tx.rows(sql`
    update password_reset set ended_at = ${at} where id = ${id} and ended_at is null and expires_at > ${at} returning id`)
  return rows.length === 1
}

/** Takes the next link that is to be sent; what was on its way when a process died is not sent again: whoever waits asks anew. */
export async function claimReset(tx: Tx, at: Date): Promise<(PasswordReset & { readonly attempts: number }) | undefined> {
  await tx.rows(sql`
    update password_reset set state = 'failed' where state in ('queued', 'sending')
      and (ended_at is not null or expires_at <= ${at} or claimed_at <= ${minutesBefore(at, CLAIM_MINUTES)})`)
  const [claimed] = await tx.rows(sql<Account & { resetId: string; attempts: number }>`
    update password_reset r set state = 'sending', claimed_at = ${at}, attempts = r.attempts + 1
    from account a where a.id = r.account_id and r.id = (
      select id from password_reset where state = 'queued' and not_before <= ${at} order by not_before, id limit 1 for update skip locked)
    returning r.id as "resetId", r.attempts, a.id, a.name, a.email`)
  if (claimed === undefined) return undefined
  const { resetId, attempts, ...account } = claimed
  return { id: resetId, account, attempts }
}

/** Ends the sending of a link, or lets it wait for the next try. */
export async function endResetMail(tx: Tx, id: string, ending: Ending): Promise<void> {
  const state = ending.state === 'sent' || ending.state === 'queued' ? ending.state : 'failed'
  await tx.rows(sql`
    update password_reset set state = ${state}, claimed_at = null,
      not_before = coalesce(${ending.state === 'queued' ? ending.notBefore : null}, not_before)
    where id = ${id} and state = 'sending'`)
}

function minutesBefore(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * 60_000)
}
