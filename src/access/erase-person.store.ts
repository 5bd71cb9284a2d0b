import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Traces } from '../roster/index.ts'

/**
 * Removes somebody's access, what they asked for and who invited their address. An account of theirs with which nothing can be
 * done anywhere is emptied. Gives how many rows went.
 */
export async function erasePerson(tx: SchoolTx, { people, emails }: Traces): Promise<number> {
  const here = sql`school_id = ${tx.schoolId} and person_id::text = any(${people})`
  const requests = await tx.rows(sql`delete from access_request where ${here} returning 1`)
  const grants = await tx.rows(sql`delete from access_grant where ${here} returning 1`)
  const invitations = await tx.rows(sql`
    delete from invitation where in_school_id = ${tx.schoolId} and email_folded = any(${emails}) returning 1`)
  const accounts = await tx.rows<{ id: string }>(sql`
    select id from account a where email_folded = any(${emails}) and not exists (select from role_grant r where r.account_id = a.id)`)
  const ids = accounts.map((it) => it.id)
  for (const table of ['session', 'password_reset', 'recovery_code', 'authenticator'] as const)
    await tx.rows(sql`delete from ${sql.table(table)} where account_id = any(${ids}::uuid[])`)
  // what was done with it is kept for ever, by its id; nobody can type an address with a control character
  await tx.rows(sql`
    update account set email = '', email_folded = chr(1) || id, name = '', password_hash = '', review_view = '{}' where id = any(${ids}::uuid[])`)
  return requests.length + grants.length + invitations.length + accounts.length
}
