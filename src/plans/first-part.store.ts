import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { StoredPlan } from './plan.store.ts'

/** Changes of one run's plan, by their keys. */
interface Part {
  readonly runId: string
  readonly keys: readonly string[]
}

/** Puts changes of one plan into another that is there, as they are, with what they rest on. */
export async function copyChanges(tx: SchoolTx, { runId, keys }: Part, to: string): Promise<void> {
  await tx.rows(sql`
    insert into plan_change (school_id, run_id, key, record_kind, population, operation, record_id, source, before, after, reason, is_counted, evidence)
    select school_id, ${to}::uuid, key, record_kind, population, operation, record_id, source, before, after, reason, is_counted, evidence
    from plan_change where school_id = ${tx.schoolId} and run_id = ${runId} and key = any(${[...keys]})`)
}

/** Takes changes that are written by now out of a plan: what it is then. The others stay exactly as they are. */
export async function keepRestOfPlan(
  tx: SchoolTx,
  { runId, keys }: Part,
  { hash, summary, consequences }: Pick<StoredPlan, 'hash' | 'summary' | 'consequences'>,
): Promise<void> {
  await tx.rows(sql`delete from plan_change where school_id = ${tx.schoolId} and run_id = ${runId} and key = any(${[...keys]})`)
  await tx.rows(sql`
    update plan set hash = ${hash}, summary = ${JSON.stringify(summary)}::jsonb, consequences = ${JSON.stringify(consequences)}::jsonb
    where school_id = ${tx.schoolId} and run_id = ${runId}`)
}
