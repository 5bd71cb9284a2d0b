import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** What of a review waits for a person, counted. */
export interface Waiting {
  /** May match, and nobody has decided. */
  readonly pupils: number
  readonly staff: number
  /** People the sync has to leave out because of what the source says of them. */
  readonly errors: number
  /** Pupils among those in year groups that nobody has placed (S-85). */
  readonly yearGroups: number
  /** Pupils among those of whom the source names no registration class. */
  readonly withoutClass: number
}

/** Counts what of a run's rows waits for a person. */
export async function countWaiting(tx: SchoolTx, runId: string): Promise<Waiting> {
  const [row] = await tx.rows(sql<Waiting>`
    select count(*) filter (where needs_decision and kind = 'pupil')::integer as pupils,
      count(*) filter (where needs_decision and kind = 'staff')::integer as staff,
      count(*) filter (where left_out is not null)::integer as errors,
      count(*) filter (where left_out = 'pupil.year_group_unmapped')::integer as "yearGroups",
      count(*) filter (where left_out = 'pupil.without_registration_class')::integer as "withoutClass"
    from review_row where school_id = ${tx.schoolId} and run_id = ${runId}`)
  if (row === undefined) throw new Error('A count gave no row.')
  return row
}
