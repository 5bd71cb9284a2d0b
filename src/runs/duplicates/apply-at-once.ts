import { applyPlan } from '../../apply/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { noteEvent } from '../../events/index.ts'
import { insertPlan, summarise } from '../../plans/index.ts'
import { newId } from '../../schools/index.ts'
import { refreshOpenReview } from '../review-again.ts'
import type { RunResult } from '../run.ts'
import type { RunContext } from '../run-context.ts'
import { insertAppliedRun } from './applied-run.store.ts'
import type { PeoplePlan } from './plan-merge.ts'

/** A plan that is carried out in the transaction in which it was made. */
export interface AtOnce {
  readonly plan: Omit<PeoplePlan, 'directory'>
  /** How many people it is about. */
  readonly people: number
  readonly undoesRunId: string | null
  readonly context: RunContext
  /** What people said is seen to once the plan is carried out, before a review is computed anew. */
  settle(runId: string): Promise<void>
}

/**
 * Carries out a plan about people that nobody has to wait for, as a run of its own that never was open: a review that is going
 * on stays, with everything that was decided in it, and is computed anew. Gives the run's id.
 */
export async function applyAtOnce(tx: SchoolTx, { plan, people, undoesRunId, context, settle }: AtOnce): Promise<string> {
  const { ids } = context
  const { changes, planHash } = plan
  const at = ids.clock()
  const runId = newId(ids)
  const summary = summarise(changes)
  const result: RunResult = {
    summary,
    planHash,
    changes: { created: 0, linked: 0, updated: people, desynced: 0, unchanged: 0 },
    seconds: 0,
  }
  await insertAppliedRun(tx, { id: runId, undoesRunId, result, at })
  await insertPlan(tx, runId, { hash: planHash, snapshot: null, summary, holds: [], changes, at })
  const applied = await applyPlan(tx, { runId, changes, vetoes: [], ids, onStep: async () => {} })
  if (!applied.ok) throw new Error('A plan drifted in the transaction that made it.')
  await settle(runId)
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
  await noteEvent(tx, { type: 'run', runId, version: 1, at })
  await refreshOpenReview(tx, context)
  return runId
}
