import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** A person's word that a plan may go on: about exactly these changes, and for a time. */
export interface Approval {
  readonly planHash: string
  readonly actor: string
  readonly at: Date
  /** Hash of each approved change by its key. */
  readonly changes: Readonly<Record<string, string>>
}

/** Notes that the scope's actor approved exactly this plan; approving it again renews the time. */
export async function insertApproval(tx: SchoolTx, runId: string, it: Omit<Approval, 'actor'>): Promise<void> {
  await tx.rows(sql`
    insert into approval (school_id, run_id, plan_hash, actor, at, changes)
    values (${tx.schoolId}, ${runId}, ${it.planHash}, ${tx.scope.actor.id}, ${it.at}, ${JSON.stringify(it.changes)}::jsonb)
    on conflict (school_id, run_id, plan_hash) do update set actor = excluded.actor, at = excluded.at, changes = excluded.changes`)
}

/** The last approval of a run's plan, or of one that it had before. */
export async function latestApproval(tx: SchoolTx, runId: string): Promise<Approval | undefined> {
  return (await latestApprovals(tx, [runId])).get(runId)
}

/** The same of several runs; those that nobody has approved are missing. */
export async function latestApprovals(tx: SchoolTx, runIds: readonly string[]): Promise<ReadonlyMap<string, Approval>> {
  const approvals = await tx.rows(sql<Approval & { readonly runId: string }>`
    select distinct on (run_id) run_id as "runId", plan_hash as "planHash", actor, at, changes from approval a
    where school_id = ${tx.schoolId} and run_id = any(${[...runIds]}::uuid[])
    order by run_id, at desc, exists (select from plan p where p.school_id = a.school_id and p.run_id = a.run_id and p.hash = a.plan_hash) desc`)
  return new Map(approvals.map(({ runId, ...it }) => [runId, it]))
}
