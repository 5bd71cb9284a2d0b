import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Traces } from '../roster/index.ts'

/** Removes the messages to somebody, sent or not. Gives how many. */
export async function erasePerson(tx: SchoolTx, { people, emails }: Traces): Promise<number> {
  const gone = await tx.rows(sql`
    delete from outbox_message
    where school_id = ${tx.schoolId} and (person_id::text = any(${people}) or lower(trim(address)) = any(${emails})) returning 1`)
  return gone.length
}
