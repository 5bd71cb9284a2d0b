import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Traces } from '../roster/index.ts'

/** Removes what plans would have written, or have written, of somebody; the totals of a plan stay. Gives how many rows went. */
export async function erasePerson(tx: SchoolTx, { people, sourceKeys }: Traces): Promise<number> {
  const gone = await tx.rows(sql`
    delete from plan_change
    where school_id = ${tx.schoolId} and record_kind = 'person' and (record_id = any(${people})
      or concat_ws(' ', source ->> 'connection', source ->> 'kind', source ->> 'id') = any(${sourceKeys})) returning 1`)
  return gone.length
}
