import { sql } from 'kysely'
import type { SchoolTx, Tx } from '../db/index.ts'
import { type Problem, problem } from '../kernel/index.ts'
import type { Run, RunOptions, RunPurpose, RunResult, RunScope } from './run.ts'
import { mayMove, OPEN, type RunState } from './states.ts'

const COLUMNS = sql`id, school_id as "schoolId", purpose, scope, state, version, saved_panels as "savedPanels",
  apply_plan_hash as "applyPlanHash", apply_actor as "applyActor", connection_id as "connectionId", upload_id as "uploadId", snapshot,
  undoes_run_id as "undoesRunId", options, result, failure, actor, created_at as "createdAt", changed_at as "changedAt"`

/** A run to be opened by the scope's actor. */
export interface NewRun {
  readonly id: string
  readonly purpose: RunPurpose
  /** Everything, where it is not said. */
  readonly scope?: RunScope
  readonly state: RunState
  readonly connectionId: string | null
  readonly uploadId: string | null
  readonly undoesRunId: string | null
  readonly options: RunOptions
  readonly at: Date
}

/** Opens a run. The school's open run, and one that a guard held, are discarded first: a newer look replaces them. */
export async function insertRun(tx: SchoolTx, run: NewRun): Promise<void> {
  await tx.rows(sql`
    update run set state = 'discarded', changed_at = ${run.at}
    where school_id = ${tx.schoolId} and state = any(${[...OPEN, 'held']})`)
  await tx.rows(sql`
    insert into run (school_id, id, purpose, scope, state, connection_id, upload_id, undoes_run_id, options, result, actor, created_at, changed_at)
    values (${tx.schoolId}, ${run.id}, ${run.purpose}, ${run.scope ?? 'all'}, ${run.state}, ${run.connectionId}, ${run.uploadId}, ${run.undoesRunId},
      ${JSON.stringify(run.options)}::jsonb, '{}'::jsonb, ${tx.scope.actor.id}, ${run.at}, ${run.at})`)
}

/**
 * A run, locked until the transaction ends, so that two workers never carry it on at once. Always take the school's row first
 * (`lockSchool`): whoever takes them the other way round may wait for ever. Others may still note the run's progress.
 */
export async function lockRun(tx: SchoolTx, runId: string): Promise<Run | undefined> {
  const [run] = await tx.rows(sql<Run>`select ${COLUMNS} from run where school_id = ${tx.schoolId} and id = ${runId} for no key update`)
  return run
}

/** A run as it stands, not locked; undefined: the school has no such run. */
export async function readRun(tx: SchoolTx, runId: string): Promise<Run | undefined> {
  const [run] = await tx.rows(sql<Run>`select ${COLUMNS} from run where school_id = ${tx.schoolId} and id = ${runId}`)
  return run
}

/** Where a run goes, and what it brings along: results are added to those there are. */
export interface Move {
  readonly to: RunState
  readonly at: Date
  readonly snapshot?: number
  readonly result?: RunResult
  readonly failure?: Problem
}

/** Moves a locked run on; an illegal move is a broken promise. Gives the run as it is then. */
export async function moveRun(tx: SchoolTx, run: Run, move: Move): Promise<Run> {
  if (!mayMove(run.state, move.to)) throw new Error(`A run cannot move from ${run.state} to ${move.to}.`)
  const next: Run = {
    ...run,
    state: move.to,
    changedAt: move.at,
    snapshot: move.snapshot ?? run.snapshot,
    result: { ...run.result, ...move.result },
    failure: move.failure ?? null,
  }
  await tx.rows(sql`
    update run set state = ${next.state}, changed_at = ${next.changedAt}, snapshot = ${next.snapshot},
      result = ${JSON.stringify(next.result)}::jsonb, failure = ${next.failure === null ? null : JSON.stringify(withoutValue(next.failure))}::jsonb
    where school_id = ${tx.schoolId} and id = ${run.id}`)
  return next
}

/** The runs of all schools, or of one, newest first. */
export async function listRuns(tx: Tx, filter: { readonly schoolId: string | null; readonly limit: number }): Promise<readonly Run[]> {
  return tx.rows(sql<Run>`
    select ${COLUMNS} from run where (${filter.schoolId}::uuid is null or school_id = ${filter.schoolId}::uuid)
    order by created_at desc, id desc limit ${filter.limit}`)
}

/** Which school a run belongs to, from its id or the beginning of it (8 characters or more). */
export async function findRuns(tx: Tx, typed: string): Promise<readonly { readonly id: string; readonly schoolId: string }[]> {
  if (!/^[0-9a-f-]{8,36}$/.test(typed)) return []
  return tx.rows(sql<{ id: string; schoolId: string }>`
    select id, school_id as "schoolId" from run where id::text like ${`${typed}%`} order by id limit 2`)
}

/** Where these runs stand. */
export async function readStates(tx: Tx, runIds: readonly string[]): Promise<ReadonlyMap<string, RunState>> {
  const rows = await tx.rows(sql<{ id: string; state: RunState }>`select id, state from run where id = any(${runIds}::uuid[])`)
  return new Map(rows.map((it) => [it.id, it.state]))
}

/** A failure is kept without the value that caused it: runs are read by more people than rows are. */
function withoutValue(failure: Problem): Problem {
  return { ...problem(failure.code, failure), value: null }
}
