import type { SchoolTx } from '../db/index.ts'
import {
  type Change,
  type Consequence,
  countChanges,
  evidenceOfLinks,
  type Hold,
  hashPlan,
  insertPlan,
  kindsOf,
  latestApproval,
  type Slice,
  summarise,
} from '../plans/index.ts'
import type { ReviewRow } from '../review/index.ts'
import { newId } from '../schools/index.ts'
import { covers } from './approval.ts'
import { insertHeldRun, listHeldRuns, replanHeldRun } from './held-runs.store.ts'
import { lockRun, moveRun } from './run.store.ts'
import type { Run, RunResult, RunScope } from './run.ts'
import type { RunContext } from './run-context.ts'
import { sha256 } from './sha256.ts'

/** What the guards have cut out of a plan, and which plan. */
export interface Cut {
  readonly from: Pick<Run, 'id' | 'scope' | 'actor' | 'options'>
  readonly connectionId: string
  readonly snapshot: number
  readonly slices: readonly Slice[]
  /** Everybody who was looked at: what the links of a part rest on. */
  readonly rows: readonly ReviewRow[]
  /** What changes mean for people (N-14). */
  meaningOf(changes: readonly Change[]): readonly Consequence[]
  readonly context: Pick<RunContext, 'ids'>
}

/**
 * Keeps each part that the guards hold as a plan in a run of its own (D20). A part that waits already for the same reason is
 * planned anew in its place, so that its address and what was said about it stay; one whose reason is gone waits no longer.
 * Parts outside the plan's scope stay as they are.
 */
export async function keepHolds(tx: SchoolTx, cut: Cut): Promise<void> {
  const waiting = [...(await listHeldRuns(tx, { connectionId: cut.connectionId }))]
  for (const slice of cut.slices) {
    const at = waiting.findIndex((it) => isAboutTheSame(it.result.holds ?? [], slice.holds))
    const [there] = at < 0 ? [] : waiting.splice(at, 1)
    if (there === undefined) await open(tx, cut, slice)
    else await planAnew(tx, there.id, { ...cut, slice })
  }
  for (const it of waiting) if (isWithin(it, cut.from.scope)) await letGo(tx, it.id, cut.context.ids.clock())
}

async function open(tx: SchoolTx, cut: Cut, slice: Slice): Promise<void> {
  const { from, connectionId, snapshot, context } = cut
  const id = newId(context.ids)
  const at = context.ids.clock()
  await insertHeldRun(tx, { id, from, connectionId, snapshot, result: resultOf(slice), at })
  await insertSlice(tx, id, cut, slice)
}

async function planAnew(tx: SchoolTx, runId: string, { slice, ...cut }: Cut & { readonly slice: Slice }): Promise<void> {
  const { from, snapshot, context } = cut
  const run = await lockRun(tx, runId)
  if (run === undefined) return
  const result = resultOf(slice)
  if (run.result.planHash === result.planHash && run.snapshot === snapshot && run.heldFrom === from.id && run.failure === null) return
  const at = context.ids.clock()
  await insertSlice(tx, runId, cut, slice)
  const state = covers(await latestApproval(tx, runId), slice.changes, at) ? 'ready' : 'held'
  await replanHeldRun(tx, run, { state, from: from.id, scope: from.scope, snapshot, result, at })
}

async function letGo(tx: SchoolTx, runId: string, at: Date): Promise<void> {
  const run = await lockRun(tx, runId)
  if (run !== undefined) await moveRun(tx, run, { to: 'discarded', at, result: { isNoLongerHeld: true } })
}

async function insertSlice(tx: SchoolTx, runId: string, cut: Omit<Cut, 'slices'>, slice: Slice): Promise<void> {
  const { snapshot, rows, context } = cut
  const { changes, holds, counted } = slice
  const hash = hashPlan(changes, sha256)
  const evidence = evidenceOfLinks(changes, rows)
  const consequences = cut.meaningOf(changes)
  const plan = { hash, snapshot, summary: summarise(changes), holds, consequences, changes, counted, evidence, at: context.ids.clock() }
  await insertPlan(tx, runId, plan)
}

function resultOf({ changes, holds }: Slice): RunResult {
  return { changes: countChanges(changes, []), summary: summarise(changes), holds, planHash: hashPlan(changes, sha256) }
}

function isAboutTheSame(one: readonly Hold[], other: readonly Hold[]): boolean {
  return one.some((a) => other.some((b) => a.code === b.code && a.population === b.population))
}

/** Whether a plan of this scope says everything that there is to say about a part on hold. */
function isWithin(held: Run, scope: RunScope): boolean {
  if (scope === 'all' || scope === held.scope) return true
  const kinds: readonly string[] = kindsOf({ scope })
  return (held.result.holds ?? []).every((it) => kinds.includes(it.population))
}
