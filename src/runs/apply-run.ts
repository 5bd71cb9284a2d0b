import { giveToNewStaff, takeFromKept } from '../access/index.ts'
import { applyPlan, type Drift } from '../apply/index.ts'
import { noteAct } from '../audit/index.ts'
import { type Database, inSchool, type SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { SchoolScope } from '../permission/index.ts'
import { hashPlan, readChanges, readPlan } from '../plans/index.ts'
import { readDecisions } from '../review/index.ts'
import { lockSchool, newId, type School } from '../schools/index.ts'
import { isOfLatestRead, refuseUnapproved } from './approval.ts'
import { keepChoices } from './choices.ts'
import { countIntakes } from './count-intakes.ts'
import { restoreSynced } from './deletion/delete-people.ts'
import { keepRest, refuseWithoutPlan } from './first/keep-rest.ts'
import { settleMessages } from './owe-messages.ts'
import { refreshOpenReview } from './review-again.ts'
import { lockRun, moveRun } from './run.store.ts'
import type { Run, RunChoices } from './run.ts'
import { type RunContext, watchedContext } from './run-context.ts'
import { sha256 } from './sha256.ts'
import { noteTakenBack, runsTakenBack } from './take-back.ts'

/**
 * Applies exactly the plan with this hash, in one transaction: after a crash at any point the run is `applied` or still
 * `ready`. A run that is already applied with this plan stays as it is: applying twice equals applying once.
 */
export async function applyRun(
  database: Database,
  scope: SchoolScope,
  request: { readonly runId: string; readonly planHash: string; readonly context: RunContext },
): Promise<Result<Run, Problem>> {
  const { runId, planHash } = request
  const context = watchedContext(database, scope, request)
  return inSchool(database, scope, async (tx) => {
    const school = await lockSchool(tx)
    const run = await lockRun(tx, runId)
    if (run === undefined) return fail(problem('run.not_found'))
    const plan = await readPlan(tx, runId)
    if (plan === undefined || plan.hash !== planHash) return fail(problem('run.other_plan'))
    if (run.state === 'applied') return ok(run)
    if (run.state !== 'ready') return fail(problem('run.not_ready', { params: { state: run.state } }))
    const changes = await readChanges(tx, runId)
    if (hashPlan(changes, sha256) !== planHash) throw new Error('A stored plan is not what its hash says.')
    const outdated = await refuseWithoutPlan(tx, run)
    if (outdated !== null) return fail(outdated)
    if (!(await isOfLatestRead(tx, run))) return fail(problem('run.drifted', { params: { count: 1, what: 'a newer read' } }))
    const begun = context.ids.clock()
    const refusal = await refuseUnapproved(tx, run, begun)
    if (refusal !== null) return fail(refusal)
    const applying = await moveRun(tx, run, { to: 'applying', at: begun })
    const vetoes = run.connectionId === null || run.purpose === 'undo' ? [] : (await readDecisions(tx, run.connectionId, run.id)).vetoes
    const applied = await applyPlan(tx, { runId, changes, vetoes, ids: context.ids, onStep: context.onStep })
    if (!applied.ok) throw new Drifted(applied.failure)
    // who looks at people or classes reads them again
    if (changes.length > 0) await noteEvent(tx, { type: 'directory', runId: null, version: null, at: context.ids.clock() })
    const choicesBefore = await finish(tx, applying, { planHash, context, school })
    const at = context.ids.clock()
    return ok(
      await moveRun(tx, applying, { to: 'applied', at, result: { seconds: (at.getTime() - begun.getTime()) / 1_000, choicesBefore } }),
    )
  }).catch((error: unknown) => {
    if (error instanceof Drifted) return fail(error.problem)
    throw error
  })
}

/** Thrown to roll the transaction back: something the plan read has moved since. Nothing has been changed. */
class Drifted extends Error {
  readonly problem: Problem

  constructor(drift: readonly Drift[]) {
    super('drifted')
    const what = [...new Set(drift.flatMap((it) => it.what))].sort().join(', ')
    this.problem = problem('run.drifted', { params: { count: drift.length, what } })
  }
}

/** Messages are owed, choices kept; an undo marks the runs that it takes back; all are noted in the audit with the hash of their plan. */
async function finish(
  tx: SchoolTx,
  run: Run,
  { planHash, context, school }: { readonly planHash: string; readonly context: RunContext; readonly school: School },
): Promise<RunChoices> {
  const at = context.ids.clock()
  const takenBack = await runsTakenBack(tx, run)
  await settleMessages(tx, run, { school, takenBack, context })
  await noteTakenBack(tx, takenBack, { undo: run, at })
  if (run.purpose === 'sync') await giveToNewStaff(tx, run.id, at)
  await restoreSynced(tx, context.ids)
  await takeFromKept(tx, { runs: takenBack.map((it) => it.id), onlyPerson: run.options.onlyPerson ?? null, at })
  await countIntakes(tx, run, school)
  const action = run.purpose === 'undo' ? 'run.undone' : 'run.applied'
  await noteAct(tx, { id: newId(context.ids), action, subject: run.undoesRunId ?? run.id, payloadDigest: planHash, at })
  await keepRest(tx, run, { school, context })
  // a review that is going on beside an undo follows from what has just been changed
  if (run.purpose === 'undo') await refreshOpenReview(tx, context)
  return keepChoices(tx, run, context.ids)
}
