import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { MoverBasis } from '../matching/index.ts'
import type { PersonKind } from '../roster/index.ts'

/** Another school of the group where somebody fits, and by what. Never who. */
export interface RowMover {
  readonly schoolId: string
  readonly basis: MoverBasis
}

/** What is noted about a New person of the source. */
export interface MoverNote extends RowMover {
  readonly kind: PersonKind
  readonly sourceId: string
}

/** Notes on the rows of a run who may come from another school. Changes nothing that a row says of its own school. */
export async function noteMovers(tx: SchoolTx, runId: string, notes: readonly MoverNote[]): Promise<void> {
  if (notes.length === 0) return
  await tx.rows(sql`
    update review_row r set mover = jsonb_build_object('schoolId', n."schoolId", 'basis', n.basis)
    from json_to_recordset(${JSON.stringify(notes)}::json) as n(kind text, "sourceId" text, "schoolId" uuid, basis text)
    where r.school_id = ${tx.schoolId} and r.run_id = ${runId} and r.kind = n.kind and r.source_id = n."sourceId"`)
}
