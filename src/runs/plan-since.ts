import type { SchoolTx } from '../db/index.ts'
import { type Change, readChanges, readPlan } from '../plans/index.ts'
import { fingerprints, notApproved } from './approval.ts'
import type { PlanSince } from './run.ts'

/** How many changes a difference names. */
const KEYS_MAX = 200

/** A plan that a run had, and the hash of each of its changes by key. */
export interface FormerPlan {
  readonly hash: string
  readonly changes: Readonly<Record<string, string>>
}

/** The plan that a run has before another takes its place; undefined: it has none. */
export async function formerPlan(tx: SchoolTx, runId: string): Promise<FormerPlan | undefined> {
  const plan = await readPlan(tx, runId)
  return plan === undefined ? undefined : { hash: plan.hash, changes: fingerprints(await readChanges(tx, runId)) }
}

/** What is different in a plan from the one that was shown before it (point 19); null: nothing, or there was none. */
export function sinceFormer(former: FormerPlan | undefined, changes: readonly Change[], hash: string): PlanSince | null {
  if (former === undefined || former.hash === hash) return null
  const keys = notApproved(changes, former)
  const more = keys.filter((it) => former.changes[it] === undefined).length
  const now = new Set(changes.map((it) => it.key))
  const gone = Object.keys(former.changes).filter((it) => !now.has(it)).length
  return { hash: former.hash, more, other: keys.length - more, gone, keys: keys.slice(0, KEYS_MAX) }
}
