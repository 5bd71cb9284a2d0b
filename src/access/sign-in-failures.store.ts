import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import { foldEmail } from './fold-email.ts'
import { sha256 } from './secret.ts'

/** Wrong tries in a row after which an address has to wait. */
export const TRIES_MAX = 5
export const LOCKED_MINUTES = 15

/**
 * Counts a try before it is made, so that tries at the same moment count too. Gives the number of tries in a row, this one
 * among them; more than `TRIES_MAX` means that the address is locked, and stays so until `LOCKED_MINUTES` after the last try
 * that counted.
 */
export async function countTry(tx: Tx, email: string, at: Date): Promise<number> {
  const expired = new Date(at.getTime() - LOCKED_MINUTES * 60_000)
  await tx.rows(sql`
    delete from sign_in_failure where email_hash in (
      select email_hash from sign_in_failure where last_at <= ${expired} order by last_at limit 100 for update skip locked)`)
  const [row] = await tx.rows(sql<{ count: number }>`
    insert into sign_in_failure (email_hash, count, last_at) values (${hashOf(email)}, 1, ${at})
    on conflict (email_hash) do update set
      count = case when sign_in_failure.last_at <= ${expired} then 1 else least(sign_in_failure.count, ${TRIES_MAX}) + 1 end,
      last_at = case when sign_in_failure.last_at > ${expired} and sign_in_failure.count >= ${TRIES_MAX}
        then sign_in_failure.last_at else ${at} end
    returning count`)
  return row?.count ?? 1
}

/** After a right password that is asked for a code: the try was not wrong. A lock stays. */
export async function takeTryBack(tx: Tx, email: string): Promise<void> {
  await tx.rows(sql`
    update sign_in_failure set count = count - 1 where email_hash = ${hashOf(email)} and count between 1 and ${TRIES_MAX}`)
}

/** After a right password: the next wrong try is the first again. */
export async function forgetTries(tx: Tx, email: string): Promise<void> {
  await tx.rows(sql`delete from sign_in_failure where email_hash = ${hashOf(email)}`)
}

function hashOf(email: string): Buffer {
  return sha256(foldEmail(email))
}
