import { sql } from 'kysely'
import type { SchoolTx, Tx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { type Problem, problem } from '../kernel/index.ts'
import { moveDecisions } from '../review/index.ts'
import type { Run, RunOptions, RunPurpose, RunResult, RunScope } from './run.ts'
import { mayMove, OPEN, type RunState } from './states.ts'

const COLUMNS = sql`id, school_id as "schoolId", purpose, scope, state, version, saved_panels as "savedPanels",
  apply_plan_hash as "applyPlanHash", apply_actor as "applyActor", connection_id as "connectionId", upload_id as "uploadId", snapshot,
  undoes_run_id as "undoesRunId", held_from as "heldFrom", first_of as "firstOf", options, result, failure, actor, created_at as "createdAt", changed_at as "changedAt"`

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

/** Runs that may change the directory. */
const CHANGING: readonly RunPurpose[] = ['sync', 'undo']

/**
 * Opens a run. A sync takes the place of what is open, with first parts of it that wait; one that a schedule began leaves an undo to whoever looks at it. An undo takes the place of an undo that waits, and stands beside a review
 * that is going on (ADR 32). What guards hold stays (D20), and what only looks takes the place of nothing but an earlier look of
 * its kind that has not ended (ADR 26).
 */
export async function insertRun(tx: SchoolTx, run: NewRun): Promise<void> {
  const rivals = run.purpose === 'sync' && run.options.byItself === undefined ? CHANGING : [run.purpose]
  const replaced = await tx.rows(sql<{ id: string }>`
    update run set state = 'discarded', changed_at = ${run.at}, apply_plan_hash = null, apply_actor = null,
      result = case when ${run.purpose === 'sync'} then result || '{"isReplaced": true}' else result end
    where school_id = ${tx.schoolId} and held_from is null and purpose = any(${rivals}) and state = any(${[...OPEN]}) returning id`)
  await tx.rows(sql`
    insert into run (school_id, id, purpose, scope, state, connection_id, upload_id, undoes_run_id, options, result, actor, created_at, changed_at)
    values (${tx.schoolId}, ${run.id}, ${run.purpose}, ${run.scope ?? 'all'}, ${run.state}, ${run.connectionId}, ${run.uploadId}, ${run.undoesRunId},
      ${JSON.stringify(run.options)}::jsonb, '{}'::jsonb, ${tx.scope.actor.id}, ${run.at}, ${run.at})`)
  // what people said holds for the connection: whoever looks next sees it as said in their run
  if (run.purpose === 'sync')
    await moveDecisions(
      tx,
      [...replaced, ...(await failedSinceApplied(tx))].map((it) => it.id),
      run.id,
    )
  await noteEvent(tx, { type: 'run', runId: run.id, version: 1, at: run.at })
}

/** Syncs that have failed since one was applied: what was said in them for one sync has not been done yet. */
async function failedSinceApplied(tx: SchoolTx): Promise<readonly { readonly id: string }[]> {
  return tx.rows(sql<{ id: string }>`
    select id from run r where school_id = ${tx.schoolId} and purpose = 'sync' and state = 'failed' and held_from is null and first_of is null
      and not exists (select from run a where a.school_id = r.school_id and a.purpose = 'sync' and a.state in ('applied', 'undone') and a.changed_at > r.changed_at)`)
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

/** These runs as they stand, in no order. */
export async function readRuns(tx: SchoolTx, runIds: readonly string[]): Promise<readonly Run[]> {
  return tx.rows(sql<Run>`select ${COLUMNS} from run where school_id = ${tx.schoolId} and id = any(${runIds}::uuid[])`)
}

/** Where a run goes, and what it brings along: results are added to those there are. */
export interface Move {
  readonly to: RunState
  readonly at: Date
  readonly snapshot?: number
  readonly result?: RunResult
  readonly failure?: Problem
  readonly options?: RunOptions
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
    options: move.options ?? run.options,
    // a word to apply holds for the plan that waits, and only while it waits
    applyPlanHash: move.to === 'applying' ? run.applyPlanHash : null,
    applyActor: move.to === 'applying' ? run.applyActor : null,
  }
  await tx.rows(sql`
    update run set state = ${next.state}, changed_at = ${next.changedAt}, snapshot = ${next.snapshot},
      options = ${JSON.stringify(next.options)}::jsonb, apply_plan_hash = ${next.applyPlanHash}, apply_actor = ${next.applyActor},
      result = ${JSON.stringify(next.result)}::jsonb, failure = ${next.failure === null ? null : JSON.stringify(withoutValue(next.failure))}::jsonb
    where school_id = ${tx.schoolId} and id = ${run.id}`)
  await noteEvent(tx, { type: 'run', runId: run.id, version: next.version, at: move.at })
  return next
}

/** What of a locked run a person's acts write, besides its state. */
export type RunEdit = Partial<Pick<Run, 'savedPanels' | 'applyPlanHash' | 'applyActor' | 'options'>>

/** Notes what a person did to a locked run, under its next version, for everybody who looks at it. */
export async function editRun(tx: SchoolTx, run: Run, { at, ...edit }: RunEdit & { readonly at: Date }): Promise<Run> {
  const next: Run = { ...run, ...edit, version: run.version + 1, changedAt: at }
  await tx.rows(sql`
    update run set version = ${next.version}, saved_panels = ${next.savedPanels}, apply_plan_hash = ${next.applyPlanHash},
      apply_actor = ${next.applyActor}, options = ${JSON.stringify(next.options)}::jsonb, changed_at = ${at}
    where school_id = ${tx.schoolId} and id = ${run.id}`)
  await noteEvent(tx, { type: 'review', runId: run.id, version: next.version, at })
  return next
}

/** Notes that a locked run reads another upload now, with the snapshot and the numbers that came of it. */
export async function rereadRun(
  tx: SchoolTx,
  run: Run,
  it: Pick<Run, 'uploadId' | 'snapshot' | 'result'> & { readonly at: Date },
): Promise<Run> {
  const next: Run = { ...run, uploadId: it.uploadId, snapshot: it.snapshot, result: it.result, changedAt: it.at }
  await tx.rows(sql`
    update run set upload_id = ${next.uploadId}, snapshot = ${next.snapshot}, result = ${JSON.stringify(next.result)}::jsonb, changed_at = ${it.at}
    where school_id = ${tx.schoolId} and id = ${run.id}`)
  await noteEvent(tx, { type: 'run', runId: run.id, version: next.version, at: it.at })
  return next
}

/** The run that is open: what a person goes on with, a review before an undo. Parts of plans are not it. */
export async function openRun(tx: SchoolTx): Promise<Run | undefined> {
  const [run] = await tx.rows(sql<Run>`
    select ${COLUMNS} from run
    where school_id = ${tx.schoolId} and held_from is null and first_of is null and purpose = any(${CHANGING}) and state = any(${[...OPEN]})
    order by purpose = 'undo', created_at desc limit 1`)
  return run
}

/** Whether the school has applied a sync, not a first part of one alone: until then the panels go in their order (S-41). */
export async function hasSynced(tx: SchoolTx): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from run where school_id = ${tx.schoolId} and purpose = 'sync' and first_of is null and state in ('applied', 'undone') limit 1`)
  return rows.length > 0
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
