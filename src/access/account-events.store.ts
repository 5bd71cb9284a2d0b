import { sql } from 'kysely'
import type { AccountEventKind } from '../contract/index.ts'
import type { Tx } from '../db/index.ts'

/** Something that happened to an account. */
export interface AccountEvent {
  readonly kind: AccountEventKind
  readonly at: Date
}

/** How many an account shows of itself. */
const SHOWN_MAX = 20

/** Notes what happened. The table can be added to and read, nothing else. `by` is the actor; null: nobody who was signed in. */
export async function insertAccountEvent(
  tx: Tx,
  it: AccountEvent & { readonly id: string; readonly accountId: string; readonly by: string | null },
): Promise<void> {
  await tx.rows(sql`
    insert into account_event (id, account_id, kind, by, at) values (${it.id}, ${it.accountId}, ${it.kind}, ${it.by}, ${it.at})`)
}

/** What happened last, newest first. */
export async function listAccountEvents(tx: Tx, accountId: string): Promise<readonly AccountEvent[]> {
  return tx.rows(sql<AccountEvent>`
    select kind, at from account_event where account_id = ${accountId} order by at desc, id desc limit ${SHOWN_MAX}`)
}
