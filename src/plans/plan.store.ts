import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Consequence } from './consequences.ts'
import type { Hold } from './hold.ts'
import type { PairEvidence } from './pair-evidence.ts'
import type { Change } from './plan.ts'
import type { SummaryLine } from './summary.ts'

/** A plan without its changes. */
export interface StoredPlan {
  readonly hash: string
  readonly snapshot: number | null
  readonly summary: readonly SummaryLine[]
  readonly holds: readonly Hold[]
  /** What it means for people (N-14). */
  readonly consequences: readonly Consequence[]
}

/**
 * Keeps a run's plan, in place of the one it had. A plan that is kept is never edited. By key of a change: what guards counted, and what a
 * pair rests on, which stands beside the change and is no part of the hash.
 */
export async function insertPlan(
  tx: SchoolTx,
  runId: string,
  it: Omit<StoredPlan, 'consequences'> &
    Partial<Pick<StoredPlan, 'consequences'>> & {
      readonly changes: readonly Change[]
      readonly at: Date
      readonly counted?: ReadonlySet<string>
      readonly evidence?: ReadonlyMap<string, PairEvidence>
    },
): Promise<void> {
  await tx.rows(sql`delete from plan where school_id = ${tx.schoolId} and run_id = ${runId}`)
  await tx.rows(sql`
    insert into plan (school_id, run_id, hash, snapshot, summary, holds, consequences, built_at)
    values (${tx.schoolId}, ${runId}, ${it.hash}, ${it.snapshot}, ${JSON.stringify(it.summary)}::jsonb, ${JSON.stringify(it.holds)}::jsonb,
      ${JSON.stringify(it.consequences ?? [])}::jsonb, ${it.at})`)
  const rows = it.changes.map((change) => ({
    ...change,
    isCounted: it.counted?.has(change.key) ?? false,
    evidence: it.evidence?.get(change.key) ?? null,
  }))
  await tx.rows(sql`
    insert into plan_change (school_id, run_id, key, record_kind, population, operation, record_id, source, before, after, reason, is_counted, evidence)
    select ${tx.schoolId}::uuid, ${runId}::uuid, key, "recordKind", population, operation, "recordId", source, before, after, reason, "isCounted", evidence
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as n(key text, "recordKind" text, population text, operation text, "recordId" text, source jsonb, before jsonb, after jsonb, reason jsonb,
        "isCounted" boolean, evidence jsonb)`)
}

/** A plan that is kept, and when it was made. */
type KeptPlan = StoredPlan & { readonly builtAt: Date }

/** A run's plan, or undefined before it has one. */
export async function readPlan(tx: SchoolTx, runId: string): Promise<KeptPlan | undefined> {
  return (await readPlans(tx, [runId])).get(runId)
}

/** The plans of these runs; those that have none are missing. */
export async function readPlans(tx: SchoolTx, runIds: readonly string[]): Promise<ReadonlyMap<string, KeptPlan>> {
  const plans = await tx.rows(sql<KeptPlan & { readonly runId: string }>`
    select run_id as "runId", hash, snapshot, summary, holds, consequences, built_at as "builtAt" from plan
    where school_id = ${tx.schoolId} and run_id = any(${[...runIds]}::uuid[])`)
  return new Map(plans.map(({ runId, ...it }) => [runId, it]))
}

/** The changes of a run's plan in the order of their keys. */
export async function readChanges(tx: SchoolTx, runId: string): Promise<readonly Change[]> {
  return (await readChangesOf(tx, [runId])).get(runId) ?? []
}

/** The same of several runs; those without a change are missing. */
export async function readChangesOf(tx: SchoolTx, runIds: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>> {
  const rows = await tx.rows(sql<Change & { readonly runId: string }>`
    select run_id as "runId", key, record_kind as "recordKind", population, operation, record_id as "recordId", source, before, after, reason
    from plan_change where school_id = ${tx.schoolId} and run_id = any(${[...runIds]}::uuid[]) order by run_id, key`)
  const changes = new Map<string, Change[]>()
  for (const { runId, ...it } of rows) {
    const own = changes.get(runId)
    if (own === undefined) changes.set(runId, [it])
    else own.push(it)
  }
  return changes
}
