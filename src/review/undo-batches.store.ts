import { type RawBuilder, sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { endOverruled, insertDecisions, type NewDecision, SUPPLYING } from './decisions.store.ts'

/** Takes a batch back: its decisions hold no longer, those it overruled hold again, vetoes are as they were. It can be put back. */
export async function takeBack(tx: SchoolTx, batchId: string, at: Date): Promise<void> {
  await reverseVetoes(tx, sql`batch_id = ${batchId} and ended_at is null`, at)
  await tx.rows(sql`
    update decision set ended_at = ${at}, taken_back_at = ${at} where school_id = ${tx.schoolId} and batch_id = ${batchId} and ended_at is null`)
  await tx.rows(sql`
    update decision set ended_at = null, ended_by_batch = null where school_id = ${tx.schoolId} and ended_by_batch = ${batchId}`)
}

/** Whether a batch that was taken back can hold again: nothing was said since about the records that it is about. */
export async function isPutBackPossible(tx: SchoolTx, runId: string, batchId: string): Promise<'possible' | 'overtaken' | 'absent'> {
  const [row] = await tx.rows(sql<{ taken: number; overtaken: number }>`
    select count(*)::integer as taken, (count(*) filter (where exists (
      select from decision n where n.school_id = d.school_id and n.connection_id = d.connection_id and n.ended_at is null and n.decided_at > d.taken_back_at
        and (n.kind in ('sync_email', 'no_email')) = (d.kind in ('sync_email', 'no_email'))
        and (n.kind = 'describe') = (d.kind = 'describe')
        and ((d.kind not in ${SUPPLYING} and n.kind not in ${SUPPLYING}) or d.kind = n.kind)
        and ((n.source_kind = d.source_kind and n.source_id = d.source_id) or n.record_id = d.record_id))))::integer as overtaken
    from decision d where d.school_id = ${tx.schoolId} and d.run_id = ${runId} and d.batch_id = ${batchId} and d.taken_back_at is not null`)
  if (row === undefined || row.taken === 0) return 'absent'
  return row.overtaken === 0 ? 'possible' : 'overtaken'
}

/** Puts a batch back under its own ids and the time at which it was decided, so that everything is as if it had stayed. */
export async function putBack(
  tx: SchoolTx,
  it: { readonly runId: string; readonly batchId: string; readonly connectionId: string },
): Promise<void> {
  const taken = await tx.rows(sql<NewDecision & { readonly at: Date }>`
    delete from decision where school_id = ${tx.schoolId} and run_id = ${it.runId} and batch_id = ${it.batchId} and taken_back_at is not null
    returning id, kind, record_id as "recordId", source_kind as "sourceKind", source_id as "sourceId", typed, decided_at as at`)
  const [first] = taken
  if (first === undefined) return
  const news = taken.map(({ at: _, ...decision }) => decision)
  const batch = { ...it, at: first.at }
  await endOverruled(tx, news, batch)
  await insertDecisions(tx, news, batch)
}

/**
 * Gives vetoes back what decisions did to them.
 *
 * @param which a condition on `decision`, all of whose columns bear names that `veto` has not
 */
export async function reverseVetoes(tx: SchoolTx, which: RawBuilder<unknown>, at: Date): Promise<void> {
  await tx.rows(sql`
    delete from veto v using decision d
    where d.school_id = ${tx.schoolId} and ${which} and d.veto_effect = 'made' and v.school_id = d.school_id
      and v.connection_id = d.connection_id and v.person_id::text = d.record_id and v.source_kind = d.source_kind and v.source_id = d.source_id`)
  await tx.rows(sql`
    insert into veto (school_id, person_id, connection_id, source_kind, source_id, actor, decided_at)
    select school_id, record_id::uuid, connection_id, source_kind, source_id, actor, ${at} from decision
    where school_id = ${tx.schoolId} and ${which} and veto_effect = 'lifted' on conflict do nothing`)
}
