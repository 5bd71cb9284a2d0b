import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** The ids of the school's last checks or rehearsals that no newer one has overtaken, newest first. */
export async function readLooks(tx: SchoolTx, purpose: 'check' | 'rehearsal', limit: number): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    select id from run where school_id = ${tx.schoolId} and purpose = ${purpose} and state <> 'discarded'
    order by created_at desc, id desc limit ${limit}`)
  return rows.map((it) => it.id)
}
