import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { RowCounts } from './upload.ts'

/** A line of the upload history, which outlives the upload. */
export interface UploadEntry {
  /** The upload's. */
  readonly id: string
  /** As the sender's machine called it; of a package of files, their names. */
  readonly fileName: string
  readonly rows: RowCounts
  readonly isForRehearsal: boolean
  readonly createdAt: Date
}

/** Notes that somebody took an upload away before anything came of it. */
export async function noteTakenAway(tx: SchoolTx, id: string, at: Date): Promise<void> {
  await tx.rows(sql`update upload_entry set taken_away_at = ${at} where school_id = ${tx.schoolId} and id = ${id}`)
}

/** Notes that the scope's actor has handed something in. */
export async function insertUploadEntry(tx: SchoolTx, it: UploadEntry): Promise<void> {
  await tx.rows(sql`
    insert into upload_entry (school_id, id, actor, file_name, rows, is_for_rehearsal, created_at)
    values (${tx.schoolId}, ${it.id}, ${tx.scope.actor.id}, ${it.fileName}, ${JSON.stringify(it.rows)}::jsonb, ${it.isForRehearsal}, ${it.createdAt})`)
}
