import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { DecisionKind, ShownDecision } from '../review/index.ts'
import { recordKey, type SourceKind } from '../roster/index.ts'
import type { DecidedInRun } from './show-rows.ts'

/** What people decided in a run, by the record of the source and, for pairs, by the record of ours. */
export async function decidedInRun(tx: SchoolTx, runId: string): Promise<DecidedInRun> {
  const rows = await tx.rows(sql<{
    kind: DecisionKind
    recordId: string | null
    sourceKind: SourceKind
    sourceId: string | null
    actor: string
    at: Date
  }>`
    select kind, record_id as "recordId", source_kind as "sourceKind", source_id as "sourceId", actor, decided_at as at from decision
    where school_id = ${tx.schoolId} and run_id = ${runId} and ended_at is null and source_kind <> 'class'
      and kind not in ('sync_email', 'no_email') and kind not like 'supply%' order by decided_at, id`)
  const decided = new Map<string, ShownDecision>()
  for (const { kind, recordId, sourceKind, sourceId, actor, at } of rows) {
    const said = { act: kind, actor, at: at.toISOString() }
    if (sourceId !== null) decided.set(recordKey(sourceKind, sourceId), said)
    if (recordId !== null) decided.set(recordId, said)
  }
  return decided
}
