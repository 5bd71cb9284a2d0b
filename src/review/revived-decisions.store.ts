import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { changeVetoes, type NewDecision, OVERRULES } from './decisions.store.ts'

/**
 * Takes back that the decisions of a run were thrown away with it: they hold again under their own ids and times, with what
 * they did to vetoes and to earlier decisions. Those about which something was decided or linked since stay ended, and are listed
 * with those whose records are gone.
 */
export async function reviveDecisionsOfRun(
  tx: SchoolTx,
  it: { readonly runId: string; readonly connectionId: string; readonly discardedAt: Date; readonly at: Date },
): Promise<void> {
  const { connectionId, discardedAt, at } = it
  // they ended in the moment in which the run was discarded, and in no other
  const thrownAway = sql`school_id = ${tx.schoolId} and run_id = ${it.runId} and ended_at = ${discardedAt} and taken_back_at is null and gone_at is null`
  const said = sql`kind, record_id as "recordId", source_kind as "sourceKind", source_id as "sourceId"`
  await tx.rows(sql`
    update decision d set gone_at = ${at} where ${thrownAway} and (
      exists (
        select from (select ${said} from decision
          where school_id = ${tx.schoolId} and connection_id = ${connectionId} and ended_at is null and decided_at > ${discardedAt}) n
        where ${OVERRULES})
      or (d.kind in ('match', 'map_class') and exists (
        select from link l where l.school_id = ${tx.schoolId} and l.connection_id = ${connectionId} and l.source_kind = d.source_kind
          and l.end_reason is null and l.started_at > ${discardedAt} and (l.source_id = d.source_id) <> (l.record_id = d.record_id))))`)
  await tx.rows(sql`
    update decision d set ended_at = ${at}, ended_by_batch = n.batch
    from (select ${said}, batch_id as batch from decision where ${thrownAway}) n
    where d.school_id = ${tx.schoolId} and d.connection_id = ${connectionId} and d.ended_at is null and ${OVERRULES}`)
  const revived = await tx.rows(sql<NewDecision>`
    update decision set ended_at = null, veto_effect = null where ${thrownAway} returning id, ${said}`)
  const effects = [...(await changeVetoes(tx, revived, { connectionId, at }))].map(([id, effect]) => ({ id, effect }))
  await tx.rows(sql`
    update decision d set veto_effect = n.effect from json_to_recordset(${JSON.stringify(effects)}::json) as n(id uuid, effect text)
    where d.school_id = ${tx.schoolId} and d.id = n.id`)
}
