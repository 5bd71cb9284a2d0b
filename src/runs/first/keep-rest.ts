import type { SchoolTx } from '../../db/index.ts'
import { readDirectory } from '../../directory/index.ts'
import { type Problem, problem } from '../../kernel/index.ts'
import { countChanges, hashPlan, keepRestOfPlan, readChanges, readPlan, summarise } from '../../plans/index.ts'
import type { School } from '../../schools/index.ts'
import { refreshReview } from '../refresh-review.ts'
import { readFacts, readsUpload, refuseIfNotReviewable } from '../review-facts.ts'
import { lockRun } from '../run.store.ts'
import type { Run, RunResult } from '../run.ts'
import type { RunContext } from '../run-context.ts'
import { sha256 } from '../sha256.ts'
import { meaningHere } from './first-part.ts'
import { keepRestOfRun } from './first-parts.store.ts'

/** Why a first part may not be applied now: the plan that it is a part of is another by now, or is done. Null: it may, or the run is none. */
export async function refuseWithoutPlan(tx: SchoolTx, run: Run): Promise<Problem | null> {
  if (run.firstOf === null) return null
  const whole = await lockRun(tx, run.firstOf)
  if (whole?.state !== 'ready') return problem('first.plan_changed')
  const plan = await readPlan(tx, whole.id)
  return plan?.hash === run.options.firstOfPlan ? null : problem('first.plan_changed')
}

/**
 * Leaves the rest of a plan to the run that it was made in, now that its first part is written, in the same transaction: each of
 * the other changes exactly as it was shown, under a hash of its own. The rows of the review say what is here now.
 */
export async function keepRest(
  tx: SchoolTx,
  first: Run,
  { school, context }: { readonly school: School; readonly context: RunContext },
): Promise<void> {
  const whole = first.firstOf === null ? undefined : await lockRun(tx, first.firstOf)
  if (whole === undefined) return
  const at = context.ids.clock()
  const keys = (await readChanges(tx, first.id)).map((it) => it.key)
  const written = new Set(keys)
  const rest = (await readChanges(tx, whole.id)).filter((it) => !written.has(it.key))
  const hash = hashPlan(rest, sha256)
  const summary = summarise(rest)
  const meaning = await meaningHere(tx, { school, directory: await readDirectory(tx), at })
  await keepRestOfPlan(tx, { runId: whole.id, keys }, { hash, summary, consequences: meaning(rest) })
  const shown = await reviewNow(tx, whole, { school, context })
  const counted = {
    ...countChanges(rest, shown.rows),
    ...(shown.rows.length > 0 ? {} : { unchanged: whole.result.changes?.unchanged ?? 0 }),
  }
  await keepRestOfRun(tx, whole, { result: { ...shown.result, planHash: hash, summary, changes: counted, since: null }, at })
}

/** The rows of the review, computed anew; nothing where what was uploaded is gone. */
async function reviewNow(tx: SchoolTx, whole: Run, { school, context }: { readonly school: School; readonly context: RunContext }) {
  if (!readsUpload(whole) || (await refuseIfNotReviewable(tx, whole)) !== null) return { rows: [], result: {} satisfies RunResult }
  return refreshReview(tx, whole, await readFacts(tx, whole, { school, key: context.key }))
}
