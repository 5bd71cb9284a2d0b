import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { computeRows } from '../review/index.ts'
import { lockSchool } from '../schools/index.ts'
import { latestReader } from './held-runs.store.ts'
import { keepHolds } from './keep-holds.ts'
import { readFacts, readsUpload, refuseIfNotReviewable, reviewInput } from './review-facts.ts'
import { lockRun, readRun } from './run.store.ts'
import type { Run } from './run.ts'
import type { RunContext } from './run-context.ts'
import { sliceFacts } from './store-plan.ts'

/**
 * Looks again at what a guard holds: plans anew from what was read last and from what is here now, and keeps what still passes a
 * limit. What passes none any more waits no longer. Writes nothing to the directory.
 */
export async function checkHold(tx: SchoolTx, runId: string, context: RunContext): Promise<Result<Run, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  const school = await lockSchool(tx)
  const held = await lockRun(tx, runId)
  if (held === undefined || held.heldFrom === null || held.connectionId === null) return fail(problem('run.not_found'))
  if (held.state !== 'held' && held.state !== 'ready') return fail(problem('run.not_ready', { params: { state: held.state } }))
  const readerId = await latestReader(tx, held.connectionId)
  const reader = readerId === undefined ? undefined : await readRun(tx, readerId)
  if (reader === undefined || !readsUpload(reader) || (await refuseIfNotReviewable(tx, reader)) !== null)
    return fail(problem('hold.no_data'))
  const facts = await readFacts(tx, reader, { school, key: context.key })
  const rows = computeRows(reviewInput(reader.options, facts))
  const { slices, meaningOf } = sliceFacts(facts, { rows, scope: held.scope, at: context.ids.clock() })
  const from = { id: reader.id, scope: held.scope, actor: held.actor, options: reader.options }
  const { connectionId } = held
  await keepHolds(tx, { from, connectionId, snapshot: facts.read.snapshot.number, slices, rows, meaningOf, context })
  const now = await readRun(tx, runId)
  return now === undefined ? fail(problem('run.not_found')) : ok(now)
}
