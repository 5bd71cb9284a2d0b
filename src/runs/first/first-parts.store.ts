import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import { noteEvent } from '../../events/index.ts'
import { lockRun, readRuns } from '../run.store.ts'
import type { Run, RunChoices, RunResult } from '../run.ts'

/** A part of a run's plan that is applied first, as a run of its own. */
export interface FirstRun {
  readonly id: string
  readonly from: Run
  /** The plan that it is a part of: it is applied only while that is the plan. */
  readonly planHash: string
  readonly result: RunResult
  readonly at: Date
}

/** Opens a run that is ready to be applied. One that waits already of the same plan gives way. It reads no upload: nothing is decided in it. */
export async function insertFirstRun(tx: SchoolTx, { id, from, planHash, result, at }: FirstRun): Promise<Run> {
  await dropWaitingFirst(tx, from.id, at)
  const { choices: _, byItself: __, ...asked } = from.options
  const options = { ...asked, applyWhenReady: false, isInteractive: false, firstOfPlan: planHash }
  await tx.rows(sql`
    insert into run (school_id, id, purpose, scope, state, connection_id, snapshot, first_of, options, result, actor, created_at, changed_at)
    values (${tx.schoolId}, ${id}, 'sync', ${from.scope}, 'ready', ${from.connectionId}, ${from.snapshot}, ${from.id},
      ${JSON.stringify(options)}::jsonb, ${JSON.stringify(result)}::jsonb, ${tx.scope.actor.id}, ${at}, ${at})`)
  await noteEvent(tx, { type: 'run', runId: id, version: 1, at })
  const run = await lockRun(tx, id)
  if (run === undefined) throw new Error('A run that was just made is gone.')
  return run
}

/** Drops first parts of a run's plan that have not been applied. */
export async function dropWaitingFirst(tx: SchoolTx, runId: string, at: Date): Promise<void> {
  const dropped = await tx.rows(sql<{ id: string }>`
    update run set state = 'discarded', changed_at = ${at}, apply_plan_hash = null, apply_actor = null
    where school_id = ${tx.schoolId} and first_of = ${runId} and state = 'ready' returning id`)
  for (const it of dropped) await noteEvent(tx, { type: 'run', runId: it.id, version: 1, at })
}

/** The first parts of these runs' plans that have been applied and stand, the oldest first. */
export async function firstPartsOf(tx: SchoolTx, runIds: readonly string[]): Promise<readonly Run[]> {
  const found = await tx.rows(sql<{ id: string }>`
    select id from run where school_id = ${tx.schoolId} and first_of = any(${[...runIds]}::uuid[]) and state = 'applied' order by changed_at, id`)
  const ids = found.map((it) => it.id)
  return [...(await readRuns(tx, ids))].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** Notes the settings that stood before a run's choices were kept, so that its undo gives them back. */
export async function noteChoicesBefore(tx: SchoolTx, { id }: Pick<Run, 'id'>, choicesBefore: RunChoices): Promise<void> {
  await tx.rows(sql`
    update run set result = result || ${JSON.stringify({ choicesBefore })}::jsonb where school_id = ${tx.schoolId} and id = ${id}`)
}

/** Notes the plan that a locked run has now that a part of it is written, under its next version. */
export async function keepRestOfRun(tx: SchoolTx, run: Run, { result, at }: Pick<FirstRun, 'result' | 'at'>): Promise<void> {
  const version = run.version + 1
  await tx.rows(sql`
    update run set version = ${version}, result = ${JSON.stringify({ ...run.result, ...result })}::jsonb, changed_at = ${at},
      apply_plan_hash = null, apply_actor = null
    where school_id = ${tx.schoolId} and id = ${run.id}`)
  await noteEvent(tx, { type: 'run', runId: run.id, version, at })
}
