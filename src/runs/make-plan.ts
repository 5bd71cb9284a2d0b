import { isPanelDone, PANELS } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { kindsOf } from '../plans/index.ts'
import { countUndecided } from '../review/index.ts'
import { lockSchool } from '../schools/index.ts'
import { formerPlan, sinceFormer } from './plan-since.ts'
import { refreshReview } from './refresh-review.ts'
import { type ReviewFacts, readFacts } from './review-facts.ts'
import { lockReview, reopen } from './review-locked.ts'
import { hasSynced, lockRun, moveRun } from './run.store.ts'
import type { Run } from './run.ts'
import type { RunContext } from './run-context.ts'
import { storePlan } from './store-plan.ts'
import { waitingGroups } from './year-groups-panel.ts'

/** What to do with May match rows that nobody decided: ask the person, leave them out this time, or sync them (D11). */
export type MayMatchAnswer = 'ask' | 'leave_out' | 'sync'

/**
 * Makes the plan of a reviewed run from the decisions as they stand. A plan that is there already is given as it is: asking
 * twice changes nothing. Asks once about May match rows that nobody decided (D11); blocks only on year groups nobody has placed
 * and, in a school's first sync, on panels that were not saved (S-41).
 */
export async function makePlan(
  tx: SchoolTx,
  it: { readonly runId: string; readonly mayMatch: MayMatchAnswer; readonly context: RunContext },
): Promise<Result<Run, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  await lockSchool(tx)
  const there = await lockRun(tx, it.runId)
  if (there !== undefined && isPlanned(there, it.mayMatch)) return ok(there)
  const locked = await lockReview(tx, it.runId)
  if (!locked.ok) return locked
  const { school } = locked.value
  const run = locked.value.run.state === 'reviewing' ? locked.value.run : await reopen(tx, locked.value.run, it.context.ids.clock())
  const unsaved = await firstUnsavedPanel(tx, run)
  if (unsaved !== null) return fail(problem('run.panel_not_saved', { params: { panel: unsaved } }))
  const facts = await readFacts(tx, run, { school, key: it.context.key })
  const unknown = unknownYearGroups(facts)
  if (unknown > 0 && isAboutPupils(run))
    return fail(problem('review.year_groups_unknown', { params: { count: unknown, groups: waitingGroups(facts) } }))
  const undecided = await countUndecided(tx, run.id, kindsOf(run))
  if (undecided > 0 && it.mayMatch === 'ask') return fail(problem('review.undecided', { params: { count: undecided } }))
  // from here on it is a person's: nothing of it is left out or applied unasked
  const { byItself, ...options } = run.options
  const applyWhenReady = options.applyWhenReady && byItself === undefined
  const asked: Run = { ...run, options: { ...options, applyWhenReady, acceptMayMatch: it.mayMatch === 'sync' ? true : null } }
  const review = await refreshReview(tx, asked, facts)
  const former = await formerPlan(tx, run.id)
  const { changes, result: planned } = await storePlan(tx, asked, { facts, review, context: it.context })
  const result = { ...planned, since: sinceFormer(former, changes, planned.planHash ?? '') }
  return ok(await moveRun(tx, run, { to: 'ready', at: it.context.ids.clock(), result, options: asked.options }))
}

/** Whether the plan that was asked for is there; another word about undecided May match rows asks for another plan. */
function isPlanned({ state, result, options }: Run, mayMatch: MayMatchAnswer): boolean {
  if (result.planHash === undefined || state === 'reviewing') return false
  return state !== 'ready' || mayMatch === 'ask' || (mayMatch === 'sync') === (options.acceptMayMatch === true)
}

async function firstUnsavedPanel(tx: SchoolTx, run: Run): Promise<string | null> {
  if (run.options.isInteractive !== true || run.scope !== 'all' || (await hasSynced(tx))) return null
  return PANELS.find((it) => !isPanelDone(it, run.savedPanels)) ?? null
}

function isAboutPupils({ scope }: Run): boolean {
  return scope === 'all' || scope === 'pupils' || scope === 'year_groups'
}

/** How many pupils stand in year groups that nobody has placed (S-85). */
function unknownYearGroups({ read }: Pick<ReviewFacts, 'read'>): number {
  return [...read.checked.leftOut.values()].filter((code) => code === 'pupil.year_group_unmapped').length
}
