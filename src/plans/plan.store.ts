import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Hold } from './hold.ts'
import type { Change } from './plan.ts'
import type { SummaryLine } from './summary.ts'

/** A plan without its changes. */
export interface StoredPlan {
  readonly hash: string
  readonly snapshot: number | null
  readonly summary: readonly SummaryLine[]
  readonly holds: readonly Hold[]
}

/** Keeps a run's plan, in place of the one it had. A plan that is kept is never edited. */
export async function insertPlan(
  tx: SchoolTx,
  runId: string,
  it: StoredPlan & { readonly changes: readonly Change[]; readonly at: Date },
): Promise<void> {
  await tx.rows(sql`delete from plan where school_id = ${tx.schoolId} and run_id = ${runId}`)
  await tx.rows(sql`
    insert into plan (school_id, run_id, hash, snapshot, summary, holds, built_at)
    values (${tx.schoolId}, ${runId}, ${it.hash}, ${it.snapshot}, ${JSON.stringify(it.summary)}::jsonb, ${JSON.stringify(it.holds)}::jsonb, ${it.at})`)
  await tx.rows(sql`
    insert into plan_change (school_id, run_id, key, record_kind, population, operation, record_id, source, before, after, reason)
    select ${tx.schoolId}::uuid, ${runId}::uuid, key, "recordKind", population, operation, "recordId", source, before, after, reason
    from json_to_recordset(${JSON.stringify(it.changes)}::json)
      as n(key text, "recordKind" text, population text, operation text, "recordId" text, source jsonb, before jsonb, after jsonb, reason jsonb)`)
}

/** A run's plan and when it was made, or undefined before it has one. */
export async function readPlan(tx: SchoolTx, runId: string): Promise<(StoredPlan & { readonly builtAt: Date }) | undefined> {
  const [plan] = await tx.rows(sql<StoredPlan & { readonly builtAt: Date }>`
    select hash, snapshot, summary, holds, built_at as "builtAt" from plan where school_id = ${tx.schoolId} and run_id = ${runId}`)
  return plan
}

/** The changes of a run's plan in the order of their keys. */
export async function readChanges(tx: SchoolTx, runId: string): Promise<readonly Change[]> {
  return tx.rows(sql<Change>`
    select key, record_kind as "recordKind", population, operation, record_id as "recordId", source, before, after, reason
    from plan_change where school_id = ${tx.schoolId} and run_id = ${runId} order by key`)
}

/** Notes that somebody approved exactly this plan. */
export async function insertApproval(tx: SchoolTx, runId: string, it: { readonly planHash: string; readonly at: Date }): Promise<void> {
  await tx.rows(sql`
    insert into approval (school_id, run_id, plan_hash, actor, at)
    values (${tx.schoolId}, ${runId}, ${it.planHash}, ${tx.scope.actor.id}, ${it.at}) on conflict do nothing`)
}
