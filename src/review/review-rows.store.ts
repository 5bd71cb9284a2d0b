import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { ReviewRow } from './review-row.ts'

/** Keeps the rows of a run for filtering and counting. A cache: it may be deleted at any time and computed again. */
export async function refreshRows(tx: SchoolTx, runId: string, rows: readonly ReviewRow[]): Promise<void> {
  await tx.rows(sql`delete from review_row where school_id = ${tx.schoolId} and run_id = ${runId}`)
  if (rows.length === 0) return
  await tx.rows(sql`
    insert into review_row (school_id, run_id, position, kind, person_id, source_id, status, reason, not_seen, will_import, left_out, probability, bits, reasons)
    select ${tx.schoolId}::uuid, ${runId}::uuid, row_number() over (), kind, "personId", "sourceId", status, reason, "notSeen", "willImport", "leftOut",
      probability, bits, reasons
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as n(kind text, "personId" uuid, "sourceId" text, status text, reason text, "notSeen" boolean, "willImport" boolean, "leftOut" text,
        probability real, bits real, reasons jsonb)`)
}

/** The rows of a run as they were computed. */
export async function readRows(tx: SchoolTx, runId: string): Promise<readonly ReviewRow[]> {
  return tx.rows(sql<ReviewRow>`
    select kind, person_id as "personId", source_id as "sourceId", status, reason, not_seen as "notSeen", will_import as "willImport",
      left_out as "leftOut", probability, bits, reasons
    from review_row where school_id = ${tx.schoolId} and run_id = ${runId} order by position`)
}
