import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'

/** A run that waits for somebody who works on runs. */
export interface WaitingRun {
  readonly schoolId: string
  readonly runId: string
  readonly actor: string
}

/** The runs of all schools that nobody has to look at before they go on: those queued, and those that a person said to apply. */
export async function waitingRuns(tx: Tx): Promise<readonly WaitingRun[]> {
  return tx.rows(sql<WaitingRun>`
    select school_id as "schoolId", id as "runId", coalesce(apply_actor, actor) as actor from run
    where state = 'queued' or (state in ('reviewing', 'ready') and apply_plan_hash is not null) order by created_at`)
}

/** How many runs of all schools began to wait before this one and have not been read yet: one worker takes one after the other. */
export async function countBefore(tx: Tx, runId: string): Promise<number> {
  const [row] = await tx.rows(sql<{ before: number }>`
    select count(*)::integer as before from run it join run mine on mine.id = ${runId}
    where it.state in ('queued', 'reading', 'matching') and (it.created_at, it.id) < (mine.created_at, mine.id)`)
  return row?.before ?? 0
}
