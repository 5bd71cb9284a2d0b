import { type Database, inSchool, type SchoolTx } from '../db/index.ts'
import type { SchoolScope } from '../permission/index.ts'
import { countWaiting } from '../review/index.ts'
import { lockSchool } from '../schools/index.ts'
import { type PlanContext, planRun } from './plan-run.ts'
import { lockRun, moveRun, readRun } from './run.store.ts'
import type { Run, RunResult } from './run.ts'
import type { RunContext } from './run-context.ts'

/** Does what the look is for, in the transaction that is taken back, and gives what is kept of it. */
export type Looking = (tx: SchoolTx) => Promise<RunResult | undefined>

/** What is done once a look has ended, in the transaction that keeps its result. */
export type AfterLook = (tx: SchoolTx, run: Run) => Promise<void>

/**
 * Carries a run that only looks to its end: looks in a transaction that is taken back, and keeps what was found, in numbers. No snapshot is taken, so that a review that is open stays as fresh as it is. Undefined: there is no
 * such run; one that nobody waits for any more is given as it is.
 */
export async function lookOnly(
  database: Database,
  scope: SchoolScope,
  it: { readonly runId: string; readonly context: RunContext; readonly looking: Looking; readonly after: AfterLook },
): Promise<Run | undefined> {
  const { runId, context, looking, after } = it
  const result = await takenBack(database, scope, looking)
  return inSchool(database, scope, async (tx) => {
    await lockSchool(tx)
    const run = await lockRun(tx, runId)
    if (result === undefined || run?.state !== 'queued') return run
    const checked = await moveRun(tx, run, { to: 'checked', at: context.ids.clock(), result })
    await after(tx, checked)
    return readRun(tx, runId)
  })
}

/** Does `work` in one school in a transaction that is always taken back, and gives what it gave. */
export async function takenBack<Value>(database: Database, scope: SchoolScope, work: (tx: SchoolTx) => Promise<Value>): Promise<Value> {
  let outcome: { readonly value: Value } | undefined
  await inSchool(database, scope, async (tx) => {
    outcome = { value: await work(tx) }
    throw new TakenBack()
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error
  })
  if (outcome === undefined) throw new Error('A transaction that is taken back ended without an outcome.')
  return outcome.value
}

/** Thrown to roll a transaction back that was only to look. */
class TakenBack extends Error {}

/** What a check keeps: the numbers of its plan, and of what would wait for a person. */
export async function lookAtPlan(tx: SchoolTx, runId: string, context: PlanContext): Promise<RunResult | undefined> {
  const planned = await planRun(tx, runId, context)
  return planned === undefined ? undefined : findings(tx, planned)
}

/** The result of a planned run, with what was found. */
export async function findings(tx: SchoolTx, { id, result }: Run): Promise<RunResult> {
  const changes = (result.summary ?? []).reduce((sum, it) => sum + it.count, 0)
  return { ...result, found: { changes, ...(await countWaiting(tx, id)) } }
}
