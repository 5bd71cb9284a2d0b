import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** How many changes of these runs' plans the guards counted; those of which none was counted are missing. */
export async function countCounted(tx: SchoolTx, runIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows(sql<{ id: string; count: number }>`
    select run_id as id, count(*)::integer as count from plan_change
    where school_id = ${tx.schoolId} and run_id = any(${[...runIds]}::uuid[]) and is_counted group by run_id`)
  return new Map(rows.map((it) => [it.id, it.count]))
}
