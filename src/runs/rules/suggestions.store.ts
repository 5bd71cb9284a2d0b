import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'

/** What people said of suggested matches. */
export interface Suggestions {
  readonly decided: number
  /** Of those, how many were no match. */
  readonly changed: number
}

/** What people said of matches in the school's last applied syncs, so many of them. */
export async function countSuggestions(tx: SchoolTx, syncs: number): Promise<Suggestions> {
  const [row] = await tx.rows(sql<Suggestions>`
    select count(*)::integer as decided, count(*) filter (where kind = 'unmatch')::integer as changed
    from decision where school_id = ${tx.schoolId} and record_kind = 'person' and kind in ('match', 'unmatch') and run_id in (
      select id from run where school_id = ${tx.schoolId} and purpose = 'sync' and state in ('applied', 'undone')
      order by created_at desc limit ${syncs})`)
  return row ?? { decided: 0, changed: 0 }
}
