import { sql } from 'kysely'
import type { ProgressEvent, SchoolEvent } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { EVENT_CHANNEL, PRESENCE_CHANNEL, PROGRESS_CHANNEL } from './channels.ts'
import type { Beat } from './presence.ts'

/** How long events are kept for whoever was away; who was away for longer reads everything again. */
const KEPT_HOURS = 24
/** How many old events the noting of a new one takes away: more than one, so that they do not pile up. */
const REMOVED_AT_ONCE = 50
/** How many events one reading gives at the most. */
const READ_AT_ONCE = 500

/** Something that happened in a school and that others may want to read again. */
export interface NewEvent {
  readonly type: Exclude<SchoolEvent['type'], 'reset'>
  readonly runId: string | null
  /** The version of what changed, where it has one. */
  readonly version: number | null
  readonly at: Date
}

/** How far a run is. Ids and numbers only. */
export interface NewProgress {
  readonly runId: string
  readonly step: string
  readonly done: number
  readonly total: number
  /** Records written, by kind, once any are to be. */
  readonly written?: ProgressEvent['written']
}

/** What came after an event, and the id of the last. */
export interface EventsRead {
  readonly events: readonly SchoolEvent[]
  readonly last: number
}

/**
 * Notes that something happened, and tells who listens once the transaction is committed. Only while the school's row is
 * locked: numbers then come in the order of commits, so that nobody who reads on from a number misses one.
 */
export async function noteEvent(tx: SchoolTx, { type, runId, version, at }: NewEvent): Promise<void> {
  await tx.rows(sql`
    with old as (
      select number from event where school_id = ${tx.schoolId} order by number limit ${REMOVED_AT_ONCE}
    ), removed as (
      delete from event where school_id = ${tx.schoolId} and number in (select number from old)
        and at < ${at}::timestamptz - make_interval(hours => ${KEPT_HOURS})
    ), noted as (
      insert into event (school_id, type, run_id, version, at) values (${tx.schoolId}, ${type}, ${runId}, ${version}, ${at}) returning school_id
    )
    select pg_notify(${EVENT_CHANNEL}, school_id::text) from noted`)
}

/** Tells who listens how far a run is, once the transaction is committed. Nothing is kept: the next one says it anew. */
export async function notifyProgress(tx: SchoolTx, { runId, step, done, total, written }: NewProgress): Promise<void> {
  const said = JSON.stringify({ school: tx.schoolId, run: runId, step, done, total, written })
  await tx.rows(sql`select pg_notify(${PROGRESS_CHANNEL}, ${said})`)
}

/** Tells every process whose table whoever acts looks at, once the transaction is committed. Nothing is kept. */
export async function notifyPresence(tx: SchoolTx, { run, kind }: Pick<Beat, 'run' | 'kind'>): Promise<void> {
  const beat: Beat = { school: tx.schoolId, run, actor: tx.scope.actor.id, kind }
  await tx.rows(sql`select pg_notify(${PRESENCE_CHANNEL}, ${JSON.stringify(beat)})`)
}

/** The id of the school's last event; 0 where there has been none. */
export async function lastEvent(tx: SchoolTx): Promise<number> {
  const [row] = await tx.rows(sql<{ last: string | null }>`select max(number) as last from event where school_id = ${tx.schoolId}`)
  return Number(row?.last ?? 0)
}

/**
 * What happened after the event `after`. Where that one is not known any more (the caller was away for too long, or the
 * database is another one), the answer is one `reset`: read everything again.
 */
export async function readEvents(tx: SchoolTx, after: number): Promise<EventsRead> {
  const rows = await tx.rows(sql<{ number: string; type: SchoolEvent['type']; run: string | null; version: number | null; at: Date }>`
    select number, type, run_id as run, version, at from event where school_id = ${tx.schoolId} and number >= ${after}
    order by number limit ${READ_AT_ONCE + 1}`)
  const events = rows.map((it) => ({ id: Number(it.number), type: it.type, run: it.run, version: it.version, at: it.at.toISOString() }))
  const [first, ...later] = events
  if (first?.id === after) return { events: later, last: later.at(-1)?.id ?? after }
  // 0 is what a school without events answers; no session lives for as long as events are kept
  if (after === 0) return { events, last: events.at(-1)?.id ?? 0 }
  const last = await lastEvent(tx)
  return { events: [{ id: last, type: 'reset', run: null, version: null, at: new Date(0).toISOString() }], last }
}
