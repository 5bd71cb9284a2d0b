import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Traces } from '../roster/index.ts'

/**
 * Removes what sources said of somebody: their records, the files that may name them, which a later read has replaced, and what was
 * told of their rows. Gives how many rows went.
 */
export async function erasePerson(tx: SchoolTx, { sourceKeys, texts }: Traces): Promise<number> {
  const OF_THEM = sql`school_id = ${tx.schoolId} and connection_id::text || ' ' || kind || ' ' || source_id = any(${sourceKeys})`
  // a file may name them if it came before the first read that did not; who is in the newest is in all of them
  const uploads = await tx.rows(sql`
    with named as (
      select connection_id, max(coalesce(last_snapshot + 1, 2147483647)) as until from source_record where ${OF_THEM} group by connection_id
    )
    delete from upload u using named n left join snapshot s
        on s.school_id = ${tx.schoolId} and s.connection_id = n.connection_id and s.number = n.until
    where u.school_id = ${tx.schoolId} and u.connection_id = n.connection_id
      and (n.until = 2147483647 or s.taken_at is null or u.created_at < (
        select max(b.created_at) from upload b where b.school_id = ${tx.schoolId} and b.connection_id = n.connection_id and b.created_at <= s.taken_at))
    returning 1`)
  const records = await tx.rows(sql`delete from source_record where ${OF_THEM} returning 1`)
  const problems = await tx.rows(sql`
    delete from read_problem p using unnest(${texts}::text[]) as t(telling)
    where p.school_id = ${tx.schoolId} and (position(t.telling in p.value) > 0 or position(t.telling in p.params::text) > 0) returning 1`)
  return uploads.length + records.length + problems.length
}
