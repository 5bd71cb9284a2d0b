import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Decision, Decisions, Veto } from './decision.ts'
import { readDoubts } from './doubts.store.ts'

/** Everything people have said about a connection that still holds. */
export async function readDecisions(tx: SchoolTx, connectionId: string): Promise<Decisions> {
  const decisions = await tx.rows(sql<Decision>`
    select kind, record_id as "recordId", source_kind as "sourceKind", source_id as "sourceId" from decision
    where school_id = ${tx.schoolId} and connection_id = ${connectionId} and ended_at is null order by decided_at, id`)
  const vetoes = await tx.rows(sql<Veto>`
    select person_id as "personId", source_kind as "sourceKind", source_id as "sourceId" from veto
    where school_id = ${tx.schoolId} and connection_id = ${connectionId} order by person_id, source_kind, source_id collate "C"`)
  return { decisions, vetoes, doubts: await readDoubts(tx, connectionId) }
}

/** A decision by the scope's actor, to be noted. */
export interface NewDecision extends Decision {
  readonly id: string
  readonly connectionId: string
  readonly at: Date
}

/** Notes a decision. Those that it overrules end: about the same source record, and pairs that name the same record of ours. */
export async function insertDecision(tx: SchoolTx, it: NewDecision): Promise<void> {
  await tx.rows(sql`
    update decision set ended_at = ${it.at}
    where school_id = ${tx.schoolId} and connection_id = ${it.connectionId} and ended_at is null
      and ((source_kind = ${it.sourceKind} and source_id = ${it.sourceId})
        or (kind = ${it.kind} and kind in ('match', 'map_class') and record_id = ${it.recordId}))`)
  await tx.rows(sql`
    insert into decision (school_id, id, connection_id, kind, record_kind, record_id, source_kind, source_id, actor, decided_at)
    values (${tx.schoolId}, ${it.id}, ${it.connectionId}, ${it.kind}, ${it.sourceKind === 'class' ? 'class' : 'person'}, ${it.recordId},
      ${it.sourceKind}, ${it.sourceId}, ${tx.scope.actor.id}, ${it.at})`)
}

/** Splits a pair for ever; saying it twice changes nothing. */
export async function insertVeto(tx: SchoolTx, veto: Veto & { readonly connectionId: string; readonly at: Date }): Promise<void> {
  await tx.rows(sql`
    insert into veto (school_id, person_id, connection_id, source_kind, source_id, actor, decided_at)
    values (${tx.schoolId}, ${veto.personId}, ${veto.connectionId}, ${veto.sourceKind}, ${veto.sourceId}, ${tx.scope.actor.id}, ${veto.at})
    on conflict do nothing`)
}

/** Takes a split back; fine where there is none. */
export async function removeVeto(tx: SchoolTx, veto: Veto & { readonly connectionId: string }): Promise<void> {
  await tx.rows(sql`
    delete from veto where school_id = ${tx.schoolId} and person_id = ${veto.personId} and connection_id = ${veto.connectionId}
      and source_kind = ${veto.sourceKind} and source_id = ${veto.sourceId}`)
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
