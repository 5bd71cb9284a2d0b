import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Decision, Decisions, Veto } from './decision.ts'
import { readDoubts } from './doubts.store.ts'

/**
 * Everything people have said about a connection that still holds; what holds in one run only, of this run. What was said of somebody who was merged is said of whom they
 * were merged into, for as long as they are (D26): but for what their being one person has settled.
 */
export async function readDecisions(tx: SchoolTx, connectionId: string, runId: string): Promise<Decisions> {
  const decisions = await tx.rows(sql<Decision>`
    select d.kind, coalesce(p.merged_into::text, d.record_id) as "recordId", d.source_kind as "sourceKind", d.source_id as "sourceId", d.typed from decision d
    left join person p on p.school_id = d.school_id and p.id = case d.record_kind when 'person' then d.record_id::uuid end and p.merged_into is not null
    where d.school_id = ${tx.schoolId} and d.connection_id = ${connectionId} and d.ended_at is null and d.settled_by is null
      and (d.kind not in ('leave_out_once', 'describe') or d.run_id = ${runId}) and not (d.kind = 'ignore' and p.merged_into is not null)
    order by d.decided_at, d.id`)
  const vetoes = await tx.rows(sql<Veto>`
    select distinct coalesce(p.merged_into, d.person_id) as "personId", d.source_kind as "sourceKind", d.source_id collate "C" as "sourceId" from veto d
    left join person p on p.school_id = d.school_id and p.id = d.person_id and p.merged_into is not null
    where d.school_id = ${tx.schoolId} and d.connection_id = ${connectionId} and d.settled_by is null
    order by 1, 2, 3`)
  return { decisions, vetoes, doubts: await readDoubts(tx, connectionId) }
}

/** Decisions that are noted together, and whom they are about. */
export interface DecisionBatch {
  readonly connectionId: string
  readonly at: Date
  /** Null for a decision that is not taken back in one go (the command line). */
  readonly batchId: string | null
  readonly runId: string | null
}

/** A decision by the scope's actor, to be noted. */
export interface NewDecision extends Decision {
  readonly id: string
}

/** Kinds of decisions that say a detail which the source does not say. */
export const SUPPLYING = sql.raw(`('supply_email', 'supply_name', 'supply_birth_date')`)

/**
 * Whether decision `n` overrules decision `d`: about the same source record, or pairs that name the same record of ours.
 * E-mail ticks, names and descriptions of classes, each typed detail and everything else do not overrule each other; leaving a person out leaves their pair as it was said.
 * `d` is a row of `decision`; `n` has kind, "recordId", "sourceKind" and "sourceId".
 */
export const OVERRULES = sql`((d.source_kind = n."sourceKind" and d.source_id = n."sourceId"
    and (d.kind in ('sync_email', 'no_email')) = (n.kind in ('sync_email', 'no_email'))
    and (d.kind in ('keep_name', 'take_name')) = (n.kind in ('keep_name', 'take_name'))
    and (d.kind = 'describe') = (n.kind = 'describe')
    and ((d.kind not in ${SUPPLYING} and n.kind not in ${SUPPLYING}) or d.kind = n.kind)
    and not (n.kind in ('leave_out', 'leave_out_once', 'never_import', 'include', 'consider') and d.kind in ('match', 'unmatch')))
  or (d.source_id is null and d.record_id = n."recordId" and (n."sourceId" is null or n.kind = 'match'))
  or (d.kind = n.kind and d.kind in ('match', 'map_class') and d.record_id = n."recordId"))`

/** Ends the decisions that new ones overrule. */
export async function endOverruled(tx: SchoolTx, news: readonly Decision[], batch: DecisionBatch): Promise<void> {
  await tx.rows(sql`
    update decision d set ended_at = ${batch.at}, ended_by_batch = ${batch.batchId}
    from json_to_recordset(${JSON.stringify(news)}::json) as n(kind text, "recordId" text, "sourceKind" text, "sourceId" text)
    where d.school_id = ${tx.schoolId} and d.connection_id = ${batch.connectionId} and d.ended_at is null
      and ${OVERRULES}`)
}

/** Notes decisions; a pair that is split makes its veto, a pair that is made lifts it, and the decision keeps which. */
export async function insertDecisions(tx: SchoolTx, news: readonly NewDecision[], batch: DecisionBatch): Promise<void> {
  if (news.length === 0) return
  const made = await changeVetoes(tx, news, batch)
  const rows = news.map((it) => ({ ...it, vetoEffect: made.get(it.id) ?? null }))
  await tx.rows(sql`
    insert into decision (school_id, id, connection_id, kind, record_kind, record_id, source_kind, source_id, actor, decided_at, batch_id, run_id, veto_effect, typed)
    select ${tx.schoolId}::uuid, id, ${batch.connectionId}::uuid, kind, case "sourceKind" when 'class' then 'class' else 'person' end, "recordId",
      "sourceKind", "sourceId", ${tx.scope.actor.id}, ${batch.at}, ${batch.batchId}::uuid, ${batch.runId}::uuid, "vetoEffect", typed
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as n(id uuid, kind text, "recordId" text, "sourceKind" text, "sourceId" text, "vetoEffect" text, typed jsonb)`)
}

/** Makes the vetoes of pairs that are split and lifts those of pairs that are made; gives what each decision did. */
export async function changeVetoes(
  tx: SchoolTx,
  news: readonly NewDecision[],
  { connectionId, at }: Pick<DecisionBatch, 'connectionId' | 'at'>,
): Promise<ReadonlyMap<string, string>> {
  const pairs = JSON.stringify(news.filter((it) => it.recordId !== null && it.sourceKind !== 'class'))
  const splits = await tx.rows(sql<{ id: string }>`
    with n as (select * from json_to_recordset(${pairs}::json) as n(id uuid, kind text, "recordId" uuid, "sourceKind" text, "sourceId" text)),
    made as (
      insert into veto (school_id, person_id, connection_id, source_kind, source_id, actor, decided_at)
      select ${tx.schoolId}::uuid, "recordId", ${connectionId}::uuid, "sourceKind", "sourceId", ${tx.scope.actor.id}, ${at} from n where kind = 'unmatch'
      on conflict (school_id, person_id, connection_id, source_kind, source_id) do update
        set settled_by = null, actor = excluded.actor, decided_at = excluded.decided_at where veto.settled_by is not null
      returning person_id, source_kind, source_id)
    select n.id from n join made m on m.person_id = n."recordId" and m.source_kind = n."sourceKind" and m.source_id = n."sourceId"`)
  const joins = await tx.rows(sql<{ id: string }>`
    with n as (select * from json_to_recordset(${pairs}::json) as n(id uuid, kind text, "recordId" uuid, "sourceKind" text, "sourceId" text))
    delete from veto v using n where v.school_id = ${tx.schoolId} and v.connection_id = ${connectionId} and n.kind = 'match'
      and v.person_id = n."recordId" and v.source_kind = n."sourceKind" and v.source_id = n."sourceId" returning n.id`)
  return new Map([...splits.map((it) => [it.id, 'made'] as const), ...joins.map((it) => [it.id, 'lifted'] as const)])
}

/** What the school has said about year groups that are not known by themselves: folded spelling to code (S-85). */
export async function readYearGroupMap(tx: SchoolTx): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx.rows(sql<{ value: string; code: string | null }>`
    select source_value as value, code from year_group_map where school_id = ${tx.schoolId}`)
  return new Map(rows.map((it) => [it.value, it.code]))
}

/** Remembers what a spelling means, in place of what was said before. `value` is folded; code null: no year group. */
export async function writeYearGroupMap(
  tx: SchoolTx,
  it: { readonly value: string; readonly code: string | null; readonly at: Date },
): Promise<void> {
  await tx.rows(sql`
    insert into year_group_map (school_id, source_value, code, actor, decided_at)
    values (${tx.schoolId}, ${it.value}, ${it.code}, ${tx.scope.actor.id}, ${it.at})
    on conflict (school_id, source_value) do update set code = excluded.code, actor = excluded.actor, decided_at = excluded.decided_at`)
}
