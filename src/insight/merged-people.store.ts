import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** Ids of the people who were merged into this one. */
export async function mergedIntoPerson(tx: SchoolTx, personId: string): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    select id from person where school_id = ${tx.schoolId} and merged_into = ${personId} order by id`)
  return rows.map((it) => it.id)
}
