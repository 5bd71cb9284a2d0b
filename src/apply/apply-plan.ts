import type { SchoolTx } from '../db/index.ts'
import { logChanges, readDirectory, writeRecords } from '../directory/index.ts'
import { fail, ok, type Result } from '../kernel/index.ts'
import type { Change } from '../plans/index.ts'
import type { Veto } from '../review/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { type Drift, findDrift } from './find-drift.ts'
import { rebase } from './rebase.ts'
import { resolve } from './resolve.ts'
import { newTally, type Written } from './tally.ts'

/** The plan to apply, and what applying takes. */
export interface ApplyRequest {
  readonly runId: string
  readonly changes: readonly Change[]
  readonly vetoes: readonly Veto[]
  readonly ids: IdSource
  /** Told on another connection: nothing written here is seen before the transaction ends. */
  onStep(step: 'checking' | 'writing' | 'noting', written?: readonly Written[]): Promise<void>
}

/**
 * Carries out exactly one plan, in the caller's transaction: all of it, or nothing. Waits for the school's row first; refuses
 * the plan when anything that it read has moved since, and says what.
 */
export async function applyPlan(
  tx: SchoolTx,
  { runId, vetoes, ids, onStep, ...plan }: ApplyRequest,
): Promise<Result<null, readonly Drift[]>> {
  await lockSchool(tx)
  await onStep('checking')
  const directory = await readDirectory(tx)
  const changes = rebase(plan.changes, directory)
  const drift = findDrift(changes, directory, vetoes)
  if (drift.length > 0) return fail(drift)
  const at = ids.clock()
  const records = resolve(changes, () => newId(ids), at)
  const tally = newTally(changes)
  await onStep('writing', tally.written())
  const populations = new Map<object, Change['population']>(records.map((it, place) => [it, changes[place]?.population ?? 'pupil']))
  await writeRecords(tx, directory, records, async (some) => {
    tally.add(some.map((it) => populations.get(it) ?? 'pupil'))
    await onStep('writing', tally.written())
  })
  await onStep('noting', tally.written())
  await logChanges(tx, records, { actor: tx.scope.actor.id, runId, at })
  return ok(null)
}
