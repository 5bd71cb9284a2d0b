import type { SchoolTx } from '../../db/index.ts'
import { type Directory, readDirectory } from '../../directory/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import {
  type Change,
  type Consequence,
  consequences,
  copyChanges,
  countChanges,
  type FirstChoice,
  type FirstClass,
  firstClasses,
  firstPart,
  hashPlan,
  insertPlan,
  readChanges,
  readPlan,
  type SummaryLine,
  summarise,
} from '../../plans/index.ts'
import { nextYearGroup } from '../../roster/index.ts'
import { type IdSource, lockSchool, newId, readSettings, type School } from '../../schools/index.ts'
import { requestApply } from '../request-apply.ts'
import { lockRun } from '../run.store.ts'
import type { Run } from '../run.ts'
import { isYearStart } from '../school-rules.ts'
import { sha256 } from '../sha256.ts'
import { insertFirstRun } from './first-parts.store.ts'

/** The part of a plan that a sync would begin with, and the hash that it is applied by. */
export interface FirstPart {
  readonly changes: readonly Change[]
  readonly planHash: string
  readonly summary: readonly SummaryLine[]
  readonly consequences: readonly Consequence[]
}

/** Which part of which plan. */
export interface FirstRequest {
  readonly runId: string
  /** The whole plan, as it was shown. */
  readonly planHash: string
  readonly choice: FirstChoice
  readonly ids: IdSource
}

/** The classes that a sync of this plan can begin with. */
export async function classesToBeginWith(tx: SchoolTx, { id }: Run): Promise<readonly FirstClass[]> {
  return firstClasses(await readChanges(tx, id), await readDirectory(tx))
}

/** What a sync would begin with: a part of the plan with this hash, and never all of it (N-14). Writes nothing. */
export async function showFirst(tx: SchoolTx, { runId, planHash, choice, ids }: FirstRequest): Promise<Result<FirstPart, Problem>> {
  const school = await lockSchool(tx)
  const run = await lockRun(tx, runId)
  if (run === undefined) return fail(problem('run.not_found'))
  const plan = await readPlan(tx, runId)
  if (plan === undefined || plan.hash !== planHash) return fail(problem('run.other_plan'))
  if (run.purpose !== 'sync' || run.heldFrom !== null || run.firstOf !== null || run.state !== 'ready' || run.applyPlanHash !== null)
    return fail(problem('run.not_ready', { params: { state: run.state } }))
  const all = await readChanges(tx, runId)
  const directory = await readDirectory(tx)
  const changes = firstPart(all, directory, choice)
  if (changes.length === 0 || changes.length === all.length) return fail(problem('first.not_a_part'))
  const meaning = await meaningHere(tx, { school, directory, at: ids.clock() })
  return ok({ changes, planHash: hashPlan(changes, sha256), summary: summarise(changes), consequences: meaning(changes) })
}

/**
 * Says that a part of a plan is to be applied first, exactly as it was shown: it becomes a plan and a run of its own. The rest is
 * the run's plan once that is done; while it is not, and where it fails, the plan stays whole.
 */
export async function applyFirst(tx: SchoolTx, request: FirstRequest & { readonly firstHash: string }): Promise<Result<Run, Problem>> {
  assertMayDo(tx.scope, 'run.apply')
  const { runId, planHash, firstHash, ids } = request
  const shown = await showFirst(tx, request)
  if (!shown.ok) return shown
  if (shown.value.planHash !== firstHash) return fail(problem('run.other_plan'))
  const from = await lockRun(tx, runId)
  if (from === undefined) return fail(problem('run.not_found'))
  const { changes, summary } = shown.value
  const at = ids.clock()
  const id = newId(ids)
  const result = { changes: countChanges(changes, []), summary, planHash: firstHash }
  await insertFirstRun(tx, { id, from, planHash, result, at })
  const plan = { hash: firstHash, snapshot: from.snapshot, summary, holds: [], consequences: shown.value.consequences, changes: [], at }
  await insertPlan(tx, id, plan)
  await copyChanges(tx, { runId, keys: changes.map((it) => it.key) }, id)
  return requestApply(tx, { runId: id, planHash: firstHash, ids })
}

/** What changes mean for the people who are here, on a day. */
export async function meaningHere(
  tx: SchoolTx,
  { school, directory, at }: { readonly school: School; readonly directory: Directory; readonly at: Date },
): Promise<(changes: readonly Change[]) => readonly Consequence[]> {
  const calendar = {
    isYearStart: isYearStart(school, await readSettings(tx), at),
    nextYearGroup: (code: string) => nextYearGroup(code, school.vocabulary),
  }
  return (changes) => consequences({ ...calendar, changes, plan: { directory } })
}
