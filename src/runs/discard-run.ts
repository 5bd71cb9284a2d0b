import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { changesOfRun } from '../directory/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { readPlan } from '../plans/index.ts'
import { type DecidedRecords, dropDecisionsOfRun } from '../review/index.ts'
import { recordKey } from '../roster/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { keepChoices } from './choices.ts'
import { dropWaitingFirst, firstPartsOf, noteChoicesBefore } from './first/first-parts.store.ts'
import { listHeldRuns } from './held-runs.store.ts'
import { lockRun, moveRun } from './run.store.ts'
import type { Run } from './run.ts'

/**
 * Drops a run that has not been applied, and what guards hold of its plan. Nothing in the directory changes. Where a part of its
 * plan was applied first, what was decided about the records of that part is kept, and so are the choices of the run, by which it was
 * made: without them the next sync would take the part back (ADR 33).
 */
export async function discardRun(tx: SchoolTx, runId: string, ids: IdSource): Promise<Result<Run, Problem>> {
  await lockSchool(tx)
  const run = await lockRun(tx, runId)
  if (run === undefined) return fail(problem('run.not_found'))
  if (run.state === 'discarded') return ok(run)
  if (['applied', 'undone', 'checked'].includes(run.state)) return fail(problem('run.not_discardable', { params: { state: run.state } }))
  const at = ids.clock()
  const firsts = await firstPartsOf(tx, [runId])
  if (run.options.isInteractive === true) await dropDecisionsOfRun(tx, runId, { at, written: await recordsOf(tx, firsts) })
  const [newest] = firsts.toReversed()
  if (newest !== undefined) await noteChoicesBefore(tx, newest, await keepChoices(tx, run, ids))
  const parts = run.heldFrom === null ? await listHeldRuns(tx, { from: [runId] }) : []
  for (const it of parts) await drop(tx, it, { ids, at })
  await dropWaitingFirst(tx, runId, at)
  return ok(await drop(tx, run, { ids, at }))
}

/** The people and classes that runs wrote, and their records in the source. */
async function recordsOf(tx: SchoolTx, runs: readonly Pick<Run, 'id'>[]): Promise<DecidedRecords> {
  const changes = (await Promise.all(runs.map(({ id }) => changesOfRun(tx, id)))).flat()
  return {
    recordIds: changes.map((it) => it.recordId),
    sourceKeys: changes.flatMap(({ source }) =>
      source === null || source.kind === 'year_group' ? [] : [recordKey(source.kind, source.id)],
    ),
  }
}

async function drop(tx: SchoolTx, run: Run, { ids, at }: { readonly ids: IdSource; readonly at: Date }): Promise<Run> {
  const plan = await readPlan(tx, run.id)
  await noteAct(tx, { id: newId(ids), action: 'run.discarded', subject: run.id, payloadDigest: plan?.hash ?? '', at })
  return moveRun(tx, run, { to: 'discarded', at })
}
