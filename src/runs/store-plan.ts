import type { SchoolTx } from '../db/index.ts'
import { buildPlan, type Change, countChanges, guard, type Hold, hashPlan, insertPlan, summarise } from '../plans/index.ts'
import { doubtsOf, noteDoubts } from '../review/index.ts'
import { nextYearGroup } from '../roster/index.ts'
import type { Review } from './refresh-review.ts'
import { planInput, type ReviewFacts } from './review-facts.ts'
import type { Run, RunResult } from './run.ts'
import type { RunContext } from './run-context.ts'
import { isYearStart } from './school-rules.ts'
import { sha256 } from './sha256.ts'

/** A plan as it was stored. */
export interface StoredOutcome {
  readonly changes: readonly Change[]
  readonly holds: readonly Hold[]
  readonly result: RunResult
}

/** Builds the plan of a run within its scope, lets the guards look, and keeps it with its hash. */
export async function storePlan(
  tx: SchoolTx,
  run: Run,
  it: { readonly facts: ReviewFacts; readonly review: Review; readonly context: RunContext },
): Promise<StoredOutcome> {
  const { facts, review, context } = it
  const { school, settings, read } = facts
  const { rows } = review
  const plan = planInput(facts, { rows, scope: run.scope })
  const changes = buildPlan(plan)
  const at = context.ids.clock()
  const holds = guard({
    plan,
    changes,
    limits: settings.limits,
    isYearStart: isYearStart(school, settings, at),
    nextYearGroup: (code) => nextYearGroup(code, school.vocabulary),
  })
  const hash = hashPlan(changes, sha256)
  const summary = summarise(changes)
  await noteDoubts(tx, read.snapshot.connectionId, doubtsOf(rows))
  await insertPlan(tx, run.id, { hash, snapshot: read.snapshot.number, summary, holds, changes, at })
  return { changes, holds, result: { ...review.result, changes: countChanges(changes, rows), summary, holds, planHash: hash } }
}
