import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/**
 * The name of the connection by which the school's last upload or sync came: the next file is of the same MIS, so that the ids
 * in it mean the same people. Undefined: nothing has come yet.
 */
export async function lastConnectionName(tx: SchoolTx): Promise<string | undefined> {
  const [row] = await tx.rows(sql<{ name: string }>`
    select c.name from connection c join (
      select connection_id, created_at from upload where school_id = ${tx.schoolId}
      union all
      select connection_id, created_at from run where school_id = ${tx.schoolId} and connection_id is not null
    ) used on used.connection_id = c.id
    where c.school_id = ${tx.schoolId} order by used.created_at desc limit 1`)
  return row?.name
}
