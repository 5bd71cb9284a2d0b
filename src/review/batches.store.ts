import { type RawBuilder, sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { DecisionKind } from './decision.ts'
import { reverseVetoes } from './undo-batches.store.ts'

/** Decisions that a person made in one go. */
export interface ListedBatch {
  readonly batch: string
  readonly kind: DecisionKind
  readonly count: number
  readonly actor: string
  readonly at: Date
  /** The name of the person or class that it is about, where it is about one. */
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
      case when count(*) = 1 and min(d.source_kind) <> 'class' then (select coalesce(r.there->>'name', r.here->>'name') from review_row r
        where r.school_id = ${tx.schoolId} and r.run_id = ${runId} and r.kind = min(d.source_kind) and (r.source_id = min(d.source_id) or (min(d.source_id) is null and r.person_id::text = min(d.record_id))) limit 1)
        when count(distinct d.source_id) = 1 then (select s.body->>'name' from source_record s
          where s.school_id = ${tx.schoolId} and s.kind = 'class' and min(d.source_kind) = 'class' and s.source_id = min(d.source_id)
          and s.last_snapshot is null limit 1) end as "rowName"
    from decision d where d.school_id = ${tx.schoolId} and d.run_id = ${runId} and d.batch_id is not null
    group by d.batch_id having bool_or(d.ended_at is null)
    order by min(d.decided_at) desc, d.batch_id desc offset ${page.offset} limit ${page.limit}`)
  return { batches: rows.map(({ total: _, ...it }) => it), total: rows[0]?.total ?? 0 }
}

/** Whether a batch of this run holds as a whole: then it can be taken back. */
export async function isBatchWhole(tx: SchoolTx, runId: string, batchId: string): Promise<'whole' | 'overtaken' | 'absent'> {
  const [row] = await tx.rows(sql<{ made: number; holding: number }>`
    select count(*)::integer as made, count(*) filter (where ended_at is null)::integer as holding
    from decision where school_id = ${tx.schoolId} and batch_id = ${batchId} and run_id = ${runId} and taken_back_at is null`)
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

/** Batches of this run that hold and were decided after this one, the newest first. */
export async function batchesAfter(tx: SchoolTx, runId: string, batchId: string): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ batch: string }>`
    with b as (
      select batch_id as batch, min(decided_at) as at from decision
      where school_id = ${tx.schoolId} and run_id = ${runId} and batch_id is not null and taken_back_at is null group by 1)
    select b.batch from b join b as here on here.batch = ${batchId} and (b.at, b.batch) > (here.at, here.batch)
    order by b.at desc, b.batch desc`)
  return rows.map((it) => it.batch)
}

/** Records of ours and of the source, by `recordKey`. */
export interface DecidedRecords {
  readonly recordIds: readonly string[]
  readonly sourceKeys: readonly string[]
}

/** Throws away what was decided in a run that is discarded or undone: but for what was decided about records that it has written. */
export async function dropDecisionsOfRun(
  tx: SchoolTx,
  runId: string,
  { at, written = { recordIds: [], sourceKeys: [] } }: { readonly at: Date; readonly written?: DecidedRecords },
): Promise<void> {
  const dropped = sql`id not in (select k.id from decision k where k.school_id = ${tx.schoolId} and ${about(written)})`
  await reverseVetoes(tx, sql`run_id = ${runId} and ended_at is null and ${dropped}`, at)
  await tx.rows(sql`
    update decision set ended_at = null, ended_by_batch = null
    where school_id = ${tx.schoolId} and run_id is distinct from ${runId} and ${dropped}
      and ended_by_batch in (select batch_id from decision where school_id = ${tx.schoolId} and run_id = ${runId})`)
  await tx.rows(sql`
    update decision set ended_at = ${at} where school_id = ${tx.schoolId} and run_id = ${runId} and ended_at is null and ${dropped}`)
}

/** Whether decision `k` is about one of these. */
function about({ recordIds, sourceKeys }: DecidedRecords): RawBuilder<unknown> {
  return sql`(coalesce(k.record_id = any(${[...recordIds]}), false) or coalesce(k.source_kind || '/' || k.source_id = any(${[...sourceKeys]}::text[]), false))`
}

/** Throws away what was decided in a run about these records of ours and of the source, by `recordKey`. */
export async function dropDecisionsAbout(tx: SchoolTx, runId: string, it: DecidedRecords & { readonly at: Date }): Promise<void> {
  const which = sql`ended_at is null and id in (
    select k.id from decision k where k.school_id = ${tx.schoolId} and k.run_id = ${runId} and ${about(it)})`
  await reverseVetoes(tx, which, it.at)
  await tx.rows(sql`update decision set ended_at = ${it.at} where school_id = ${tx.schoolId} and ${which}`)
}

/** Decisions of an open review go with the connection to the review that takes its place. */
export async function moveDecisions(tx: SchoolTx, fromRuns: readonly string[], toRun: string): Promise<void> {
  if (fromRuns.length === 0) return
  await tx.rows(sql`
    update decision set run_id = ${toRun} where school_id = ${tx.schoolId} and run_id = any(${fromRuns}::uuid[]) and ended_at is null`)
}
