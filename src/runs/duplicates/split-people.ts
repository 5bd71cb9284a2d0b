import { noteAct } from '../../audit/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { changesOfRun, type LoggedChange, readDirectory } from '../../directory/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import { buildUndo, type Change, hashPlan, type KeptRecord } from '../../plans/index.ts'
import { reviveWords } from '../../review/index.ts'
import { lockSchool, newId } from '../../schools/index.ts'
import { lockRun, moveRun } from '../run.store.ts'
import type { RunContext } from '../run-context.ts'
import { sha256 } from '../sha256.ts'
import { UNDO_DAYS } from '../undo-run.ts'
import { mergesOfPeople } from './applied-run.store.ts'
import { applyAtOnce } from './apply-at-once.ts'
import { kindsOfPeople } from './people-kinds.store.ts'
import type { PeoplePlan } from './plan-merge.ts'

/** What splitting would give back, and what stays because it was changed since. */
export interface SplitPlan extends PeoplePlan {
  readonly runId: string
  readonly into: string
  readonly kept: readonly KeptRecord[]
  /** The merge was of these records alone: its run is undone by this. */
  readonly isWhole: boolean
}

/**
 * Works out how a person who was merged gets their record back, with everything that the same merge put together with it: the
 * reverse of what was written then, which never overwrites what was changed since.
 */
export async function planSplit(tx: SchoolTx, personId: string, at: Date): Promise<Result<SplitPlan, Problem>> {
  const merge = (await mergesOfPeople(tx, [personId])).get(personId)
  if (merge === undefined) {
    const isHere = (await kindsOfPeople(tx, [personId])).has(personId)
    return fail(problem(isHere ? 'people.not_merged' : 'address.unknown'))
  }
  if (at.getTime() - merge.at.getTime() > UNDO_DAYS * 24 * 3_600_000)
    return fail(problem('people.split_too_late', { params: { days: UNDO_DAYS } }))
  const directory = await readDirectory(tx)
  const logged = await changesOfRun(tx, merge.runId)
  const undo = buildUndo(
    logged.filter((it) => intoOf(it) === merge.into),
    directory,
  )
  const changes = undo.changes.map((it): Change => {
    const key = it.key.replace(' revert ', ' unmerge ')
    return { ...it, key, operation: 'unmerge', reason: { code: 'person.split', params: { into: merge.into } } }
  })
  const plan = { changes, planHash: hashPlan(changes, sha256), directory }
  return ok({
    ...plan,
    runId: merge.runId,
    into: merge.into,
    kept: [...undo.kept, ...undo.cannot],
    isWhole: isOnlyMerge(logged, merge.into),
  })
}

/** Gives a merged person their record back, exactly as the plan with this hash says. Gives the run's id. */
export async function splitPeople(
  tx: SchoolTx,
  { personId, planHash, context }: { readonly personId: string; readonly planHash: string; readonly context: RunContext },
): Promise<Result<string, Problem>> {
  assertMayDo(tx.scope, 'run.undo')
  await lockSchool(tx)
  const at = context.ids.clock()
  const planned = await planSplit(tx, personId, at)
  if (!planned.ok) return planned
  const plan = planned.value
  if (plan.planHash !== planHash) return fail(problem('people.other_plan'))
  const people = [...new Set(plan.changes.flatMap((it) => it.recordId ?? []))]
  const settle = (): Promise<void> => reviveWords(tx, plan.runId, people)
  const runId = await applyAtOnce(tx, { plan, people: people.length, undoesRunId: plan.runId, context, settle })
  const merged = plan.isWhole ? await lockRun(tx, plan.runId) : undefined
  if (merged?.state === 'applied') await moveRun(tx, merged, { to: 'undone', at })
  await noteAct(tx, { id: newId(context.ids), action: 'people.split', subject: plan.runId, payloadDigest: planHash, at })
  return ok(runId)
}

/** Whether a run merged into nobody but this person. */
function isOnlyMerge(logged: readonly LoggedChange[], into: string): boolean {
  return logged.every((it) => intoOf(it) === into)
}

/** Whom the group of a merge's change was merged into. */
function intoOf({ reason }: LoggedChange): string | null {
  // the reasons of a merge are made by `buildMerge`
  const { params } = reason as { readonly params?: Readonly<Record<string, string>> }
  return params?.['into'] ?? null
}
