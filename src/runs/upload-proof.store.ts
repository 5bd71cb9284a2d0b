import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** How many of these pupils of a source have ever been linked with somebody here. */
export async function countKnownPupils(tx: SchoolTx, connectionId: string, sourceIds: readonly string[]): Promise<number> {
  const [row] = await tx.rows(sql<{ known: number }>`
    select count(distinct source_id)::integer as known from link
    where school_id = ${tx.schoolId} and connection_id = ${connectionId} and source_kind = 'pupil' and source_id = any(${[...sourceIds]}::text[])`)
  return row?.known ?? 0
}

/** Whether a run has begun from an upload, whatever came of it. */
export async function isUploadUsed(tx: SchoolTx, uploadId: string): Promise<boolean> {
  const rows = await tx.rows(sql`select 1 from run where school_id = ${tx.schoolId} and upload_id = ${uploadId} limit 1`)
  return rows.length > 0
}
