import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { readRuns } from './run.store.ts'
import type { Run, RunResult, RunScope } from './run.ts'

/** A part of a run's plan that a guard holds, as a run of its own. */
export interface HeldRun {
  readonly id: string
  /** The run whose plan it was cut from, and what it shares with that run. */
  readonly from: Pick<Run, 'id' | 'scope' | 'actor' | 'options'>
  readonly connectionId: string
  readonly snapshot: number
  readonly result: RunResult
  readonly at: Date
}

/** Opens a run that waits as `held`. It reads no upload of its own: nothing is decided in it. */
export async function insertHeldRun(tx: SchoolTx, it: HeldRun): Promise<void> {
  const options = { ...it.from.options, applyWhenReady: false, isInteractive: false, choices: undefined }
  await tx.rows(sql`
    insert into run (school_id, id, purpose, scope, state, connection_id, snapshot, held_from, options, result, actor, created_at, changed_at)
    values (${tx.schoolId}, ${it.id}, 'sync', ${it.from.scope}, 'held', ${it.connectionId}, ${it.snapshot}, ${it.from.id},
      ${JSON.stringify(options)}::jsonb, ${JSON.stringify(it.result)}::jsonb, ${it.from.actor}, ${it.at}, ${it.at})`)
  await noteEvent(tx, { type: 'run', runId: it.id, version: 1, at: it.at })
}

/** What a held run becomes when its plan is made anew. */
export interface Replanned {
  readonly state: 'held' | 'ready'
  readonly from: string
  readonly scope: RunScope
  readonly snapshot: number
  readonly result: RunResult
  readonly at: Date
}

/** Notes the plan that a locked held run has now, under its next version; a word to apply holds no longer. */
export async function replanHeldRun(tx: SchoolTx, run: Run, it: Replanned): Promise<void> {
  await tx.rows(sql`
    update run set state = ${it.state}, held_from = ${it.from}, scope = ${it.scope}, snapshot = ${it.snapshot}, version = ${run.version + 1},
      result = ${JSON.stringify({ ...run.result, ...it.result })}::jsonb, failure = null, apply_plan_hash = null, apply_actor = null,
      changed_at = ${it.at}
    where school_id = ${tx.schoolId} and id = ${run.id}`)
  await noteEvent(tx, { type: 'run', runId: run.id, version: run.version + 1, at: it.at })
}

/** Which parts on hold are meant: those of a connection, those cut from the plans of runs, or all of the school. */
export interface HeldFilter {
  readonly connectionId?: string
  readonly from?: readonly string[]
}

/** The parts that wait for a person, or for their turn after one has approved them; the oldest first. */
export async function listHeldRuns(tx: SchoolTx, { connectionId, from }: HeldFilter = {}): Promise<readonly Run[]> {
  const found = await tx.rows(sql<{ id: string }>`
    select id from run where school_id = ${tx.schoolId} and held_from is not null and state in ('held', 'ready')
      and (${connectionId ?? null}::uuid is null or connection_id = ${connectionId ?? null}::uuid)
      and (${from === undefined} or held_from = any(${[...(from ?? [])]}::uuid[]))
    order by created_at, id`)
  const ids = found.map((it) => it.id)
  return [...(await readRuns(tx, ids))].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** The newest run that took the latest reading of a connection, and reads an upload: what a part on hold is checked again by. */
export async function latestReader(tx: SchoolTx, connectionId: string): Promise<string | undefined> {
  const [row] = await tx.rows(sql<{ id: string }>`
    select r.id from run r where r.school_id = ${tx.schoolId} and r.connection_id = ${connectionId} and r.upload_id is not null
      and r.snapshot = (select max(number) from snapshot s where s.school_id = r.school_id and s.connection_id = r.connection_id)
    order by r.created_at desc, r.id desc limit 1`)
  return row?.id
}
