import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { SourceKind } from '../roster/index.ts'
import type { DecisionKind } from './decision.ts'
import { reverseVetoes } from './undo-batches.store.ts'

/** A decision of a run that holds and is about a source record, and the source record that it is about. */
export interface HoldingDecision {
  readonly id: string
  readonly sourceKind: SourceKind
  readonly sourceId: string
}

/** Decisions of a run that hold, but those about our records alone. */
export async function holdingDecisions(tx: SchoolTx, runId: string): Promise<readonly HoldingDecision[]> {
  return tx.rows(sql<HoldingDecision>`
    select id, source_kind as "sourceKind", source_id as "sourceId" from decision
    where school_id = ${tx.schoolId} and run_id = ${runId} and ended_at is null and source_id is not null order by decided_at, id`)
}

/** Ends decisions whose records the source no longer has: what they did to vetoes is undone. */
export async function endAsGone(tx: SchoolTx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await reverseVetoes(tx, sql`id = any(${[...ids]}::uuid[])`, at)
  await tx.rows(
    sql`update decision set ended_at = ${at}, gone_at = ${at} where school_id = ${tx.schoolId} and id = any(${[...ids]}::uuid[])`,
  )
}

/** A decision that was removed: its record is no longer in the source, or something else was settled about it since. */
export interface GoneDecision {
  readonly kind: DecisionKind
  /** As the source last said it. */
  readonly name: string
  readonly actor: string
  readonly at: Date
  /** The source still has its record: something else was settled about it since. */
  readonly isOvertaken: boolean
}

/** Decisions of a run that were removed because they no longer apply, the newest first. */
export async function goneDecisions(tx: SchoolTx, runId: string): Promise<readonly GoneDecision[]> {
  return tx.rows(sql<GoneDecision>`
    select d.kind, d.actor, d.decided_at as at, coalesce(
      (select concat_ws(' ', s.body->'fields'->>'firstName', s.body->'fields'->>'lastName', s.body->>'name') from source_record s
       where s.school_id = d.school_id and s.connection_id = d.connection_id and s.kind = d.source_kind and s.source_id = d.source_id
       order by s.first_snapshot desc limit 1), '') as name,
      exists (select from source_record s where s.school_id = d.school_id and s.connection_id = d.connection_id and s.kind = d.source_kind
        and s.source_id = d.source_id and s.last_snapshot is null) as "isOvertaken"
    from decision d where d.school_id = ${tx.schoolId} and d.run_id = ${runId} and d.gone_at is not null order by d.decided_at desc, d.id`)
}
