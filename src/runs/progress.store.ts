import { sql } from 'kysely'
import type { Written } from '../apply/index.ts'
import { type Database, inSchool, type SchoolTx, type Tx } from '../db/index.ts'
import { notifyProgress } from '../events/index.ts'
import type { SchoolScope } from '../permission/index.ts'

/** What a run is doing, in the order in which it does it. */
const RUN_STEPS = ['reading', 'matching', 'planning', 'checking', 'writing', 'noting'] as const

/** One of the steps that a run goes through. */
export type RunStep = (typeof RUN_STEPS)[number]

/** What a run was last seen doing. */
export interface RunProgress {
  readonly runId: string
  readonly step: RunStep
  /** Steps begun, of `total`. */
  readonly done: number
  readonly total: number
  /** Records written so far; null before any are. */
  readonly written: readonly Written[] | null
  readonly at: Date
}

/** Asks the run that is being applied to stop at its next step, or takes that back. */
export async function markStop(tx: SchoolTx, runId: string, isStopRequested: boolean): Promise<void> {
  await tx.rows(sql`update run_progress set is_stop_requested = ${isStopRequested} where school_id = ${tx.schoolId} and run_id = ${runId}`)
}

/**
 * Notes on a connection of its own what a run is doing: nothing inside the run's transaction is seen before it ends. The
 * run's row is locked `for no key update` meanwhile, which lets this row refer to it. Tells whether a person has asked to stop
 * since the run began to write.
 */
export async function noteProgress(
  database: Database,
  scope: SchoolScope,
  it: { readonly runId: string; readonly step: RunStep; readonly written?: readonly Written[] | undefined; readonly at: Date },
): Promise<{ readonly isStopRequested: boolean }> {
  const done = RUN_STEPS.indexOf(it.step) + 1
  return inSchool(database, scope, async (tx) => {
    await tx.rows(sql`set local synchronous_commit = off`) // worth nothing once the run has ended: no wait for the disk
    const [row] = await tx.rows(sql<{ isStopRequested: boolean }>`
      insert into run_progress (school_id, run_id, step, done, total, written, at)
      values (${tx.schoolId}, ${it.runId}, ${it.step}, ${done}, ${RUN_STEPS.length},
        ${it.written === undefined ? null : JSON.stringify(it.written)}::jsonb, ${it.at})
      on conflict (school_id, run_id) do update set step = excluded.step, done = excluded.done, total = excluded.total, written = excluded.written, at = excluded.at,
        is_stop_requested = run_progress.is_stop_requested and excluded.step <> 'reading'
      returning is_stop_requested as "isStopRequested"`)
    await notifyProgress(tx, {
      runId: it.runId,
      step: it.step,
      done,
      total: RUN_STEPS.length,
      written: it.written?.map((one) => ({ ...one })),
    })
    return { isStopRequested: row?.isStopRequested ?? false }
  })
}

/** What these runs were last seen doing. */
export async function readProgress(tx: Tx, runIds: readonly string[]): Promise<readonly RunProgress[]> {
  return tx.rows(
    sql<RunProgress>`select run_id as "runId", step, done, total, written, at from run_progress where run_id = any(${runIds}::uuid[])`,
  )
}
