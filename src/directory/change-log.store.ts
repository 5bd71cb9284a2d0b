import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Json } from '../kernel/index.ts'
import type { Cause, RecordChange } from './record-state.ts'

/** A change as history keeps it. */
export type LoggedChange = RecordChange & { readonly id: string; readonly key: string | null; readonly reason: Json }

/** Notes changes in the history: one row for each record, with what it was, what it became, and why. */
export async function logChanges(tx: SchoolTx, changes: readonly LoggedChange[], cause: Cause): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ source, before, after, ...it }) => ({ ...it, before: { ...before, source }, after }))
  await tx.rows(sql`
    insert into directory_change (school_id, id, record_kind, record_id, operation, before, after, run_id, change_key, actor, reason, at)
    select ${tx.schoolId}::uuid, id, "recordKind", "recordId", operation, before, after, ${cause.runId}::uuid, key, ${cause.actor}, reason, ${cause.at}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as n(id uuid, "recordKind" text, "recordId" text, operation text, before jsonb, after jsonb, key text, reason jsonb)`)
}

/** Changes with every write to the directory: the id of the last change, or nothing where nothing was ever written. */
export async function directoryVersion(tx: SchoolTx): Promise<string | null> {
  const [last] = await tx.rows(sql<{ id: string }>`
    select id::text as id from directory_change where school_id = ${tx.schoolId} order by directory_change.id desc limit 1`)
  return last?.id ?? null
}

/** What a run changed, in the order of its plan. */
export async function changesOfRun(tx: SchoolTx, runId: string): Promise<readonly LoggedChange[]> {
  const rows = await tx.rows(sql<LoggedChange & { readonly before: RecordChange['before'] & Pick<RecordChange, 'source'> }>`
    select id, record_kind as "recordKind", record_id as "recordId", operation, before, after, change_key as key, reason
    from directory_change where school_id = ${tx.schoolId} and run_id = ${runId} order by change_key collate "C"`)
  return rows.map(({ before: { source, ...before }, ...it }) => ({ ...it, source, before }))
}

/** A point in time: the end of a day by a school's own clock, or an instant. */
export type PointInTime = { readonly day: string; readonly timeZone: string } | { readonly instant: Date }

/** Everything that was written after a point in time, newest first. */
export async function changesAfter(tx: SchoolTx, then: PointInTime): Promise<readonly RecordChange[]> {
  const isAfter = 'day' in then ? sql`(at at time zone ${then.timeZone})::date > ${then.day}::date` : sql`at > ${then.instant}`
  const rows = await tx.rows(sql<RecordChange & { readonly before: RecordChange['before'] & Pick<RecordChange, 'source'> }>`
    select record_kind as "recordKind", record_id as "recordId", operation, before, after from directory_change
    where school_id = ${tx.schoolId} and ${isAfter} order by at desc, id desc`)
  return rows.map(({ before: { source, ...before }, ...it }) => ({ ...it, source, before }))
}
