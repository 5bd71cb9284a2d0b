import { type RawBuilder, sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { DecisionKind } from './decision.ts'

/** Decisions that a person made in one go. */
export interface ListedBatch {
  readonly batch: string
  readonly kind: DecisionKind
  readonly count: number
  readonly actor: string
  readonly at: Date
  /** The row it is about, where it is about one person. */
  readonly rowName: string | null
  /** All of it still holds. */
  readonly isUndoable: boolean
}

/** What people decided in a run, newest first. */
export async function listBatches(
  tx: SchoolTx,
  runId: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly batches: readonly ListedBatch[]; readonly total: number }> {
  const rows = await tx.rows(sql<ListedBatch & { readonly total: number }>`
    select d.batch_id as batch, min(d.kind) as kind, count(*)::integer as count, min(d.actor) as actor, min(d.decided_at) as at,
      bool_and(d.ended_at is null) as "isUndoable", (count(*) over ())::integer as total,
      case when count(*) = 1 then (select coalesce(r.there->>'name', r.here->>'name') from review_row r
        where r.school_id = ${tx.schoolId} and r.run_id = ${runId} and r.kind = min(d.source_kind) and r.source_id = min(d.source_id) limit 1) end as "rowName"
    from decision d where d.school_id = ${tx.schoolId} and d.run_id = ${runId} and d.batch_id is not null
    group by d.batch_id having bool_or(d.ended_at is null)
    order by min(d.decided_at) desc, d.batch_id desc offset ${page.offset} limit ${page.limit}`)
  return { batches: rows.map(({ total: _, ...it }) => it), total: rows[0]?.total ?? 0 }
}

/** Whether a batch of this run holds as a whole: then it can be taken back. */
export async function isBatchWhole(tx: SchoolTx, runId: string, batchId: string): Promise<'whole' | 'overtaken' | 'absent'> {
  const [row] = await tx.rows(sql<{ made: number; holding: number }>`
    select count(*)::integer as made, count(*) filter (where ended_at is null)::integer as holding
    from decision where school_id = ${tx.schoolId} and batch_id = ${batchId} and run_id = ${runId}`)
  if (row === undefined || row.made === 0) return 'absent'
  return row.holding === row.made ? 'whole' : 'overtaken'
}

/** The rows that a batch is about, as they stand before it is taken back. */
export async function rowsOfBatch(tx: SchoolTx, runId: string, batchId: string): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    select distinct r.row_id as id from review_row r
    join decision d on d.school_id = r.school_id and d.batch_id = ${batchId}
      and (d.record_id = r.person_id::text or (d.source_kind = r.kind and d.source_id = r.source_id))
    where r.school_id = ${tx.schoolId} and r.run_id = ${runId}`)
  return rows.map((it) => it.id)
}

/** Takes a batch back: its decisions are gone, those it overruled hold again, vetoes are as they were. */
export async function takeBack(tx: SchoolTx, batchId: string, at: Date): Promise<void> {
  await reverseVetoes(tx, sql`batch_id = ${batchId} and ended_at is null`, at)
  await tx.rows(sql`delete from decision where school_id = ${tx.schoolId} and batch_id = ${batchId}`)
  await tx.rows(sql`
    update decision set ended_at = null, ended_by_batch = null where school_id = ${tx.schoolId} and ended_by_batch = ${batchId}`)
}

/** Throws away what was decided in a run that is discarded. */
export async function dropDecisionsOfRun(tx: SchoolTx, runId: string, at: Date): Promise<void> {
  await reverseVetoes(tx, sql`run_id = ${runId} and ended_at is null`, at)
  await tx.rows(sql`
    update decision set ended_at = null, ended_by_batch = null
    where school_id = ${tx.schoolId} and run_id is distinct from ${runId}
      and ended_by_batch in (select batch_id from decision where school_id = ${tx.schoolId} and run_id = ${runId})`)
  await tx.rows(sql`update decision set ended_at = ${at} where school_id = ${tx.schoolId} and run_id = ${runId} and ended_at is null`)
}

/** Decisions of an open review go with the connection to the review that takes its place. */
export async function moveDecisions(tx: SchoolTx, fromRuns: readonly string[], toRun: string): Promise<void> {
  if (fromRuns.length === 0) return
  await tx.rows(sql`
    update decision set run_id = ${toRun} where school_id = ${tx.schoolId} and run_id = any(${fromRuns}::uuid[]) and ended_at is null`)
}

/** @param which a condition on `decision`, all of whose columns bear names that `veto` has not */
async function reverseVetoes(tx: SchoolTx, which: RawBuilder<unknown>, at: Date): Promise<void> {
  await tx.rows(sql`
    delete from veto v using decision d
    where d.school_id = ${tx.schoolId} and ${which} and d.veto_effect = 'made' and v.school_id = d.school_id
      and v.connection_id = d.connection_id and v.person_id::text = d.record_id and v.source_kind = d.source_kind and v.source_id = d.source_id`)
  await tx.rows(sql`
    insert into veto (school_id, person_id, connection_id, source_kind, source_id, actor, decided_at)
    select school_id, record_id::uuid, connection_id, source_kind, source_id, actor, ${at} from decision
    where school_id = ${tx.schoolId} and ${which} and veto_effect = 'lifted' on conflict do nothing`)
}
