import { noteAct } from '../../audit/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import type { Merge } from '../../plans/index.ts'
import { settleWords } from '../../review/index.ts'
import { lockSchool, newId } from '../../schools/index.ts'
import type { RunContext } from '../run-context.ts'
import { applyAtOnce } from './apply-at-once.ts'
import { planMerge } from './plan-merge.ts'

/** Which records become one person, and the plan that a person has seen. */
export interface MergeRequest {
  readonly merges: readonly Merge[]
  readonly planHash: string
  readonly context: RunContext
}

/**
 * Makes each group of records one person, exactly as the plan with this hash says (N-04): whatever has changed since it was
 * looked at makes another plan, and is refused. Stands in the history like any run, and can be split again.
 */
export async function mergePeople(tx: SchoolTx, { merges, planHash, context }: MergeRequest): Promise<Result<string, Problem>> {
  assertMayDo(tx.scope, 'run.apply')
  await lockSchool(tx)
  const planned = await planMerge(tx, merges)
  if (!planned.ok) return planned
  if (planned.value.planHash !== planHash) return fail(problem('people.other_plan'))
  const people = new Set(merges.flatMap((it) => [it.keep, ...it.others])).size
  const kept = merges.map((it) => it.keep)
  const settle = (run: string): Promise<void> => settleWords(tx, run, kept)
  const runId = await applyAtOnce(tx, { plan: planned.value, people, undoesRunId: null, context, settle })
  const at = context.ids.clock()
  await noteAct(tx, { id: newId(context.ids), action: 'people.merged', subject: runId, payloadDigest: planHash, at })
  return ok(runId)
}
