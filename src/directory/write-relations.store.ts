import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { RecordChange } from './record-state.ts'

/** Ends memberships. */
export async function endEnrolments(tx: SchoolTx, changes: readonly RecordChange[]): Promise<void> {
  const ended = enrolmentRows(changes, 'before')
  if (ended !== '[]')
    await tx.rows(sql`
      delete from enrolment e using json_to_recordset(${ended}::json) as n(person uuid, class uuid, role text)
      where e.school_id = ${tx.schoolId} and e.person_id = n.person and e.class_id = n.class and e.role = n.role`)
}

/** Begins memberships. The kind of a class is read from the table: a class made a statement ago counts. */
export async function beginEnrolments(tx: SchoolTx, changes: readonly RecordChange[]): Promise<void> {
  const begun = enrolmentRows(changes, 'after')
  if (begun !== '[]')
    await tx.rows(sql`
      insert into enrolment (school_id, person_id, class_id, role, is_primary, is_registration)
      select ${tx.schoolId}::uuid, n.person, n.class, n.role, n."isPrimary", c.kind = 'registration'
      from json_to_recordset(${begun}::json) as n(person uuid, class uuid, role text, "isPrimary" boolean)
      join class c on c.school_id = ${tx.schoolId} and c.id = n.class`)
}

function enrolmentRows(changes: readonly RecordChange[], side: 'before' | 'after'): string {
  return JSON.stringify(changes.flatMap((it) => it[side].enrolments.map((enrolment) => ({ person: it.recordId, ...enrolment }))))
}

/** Starts, ends, revives and (for an undo) removes links. Endings come first, so that a source id can move on. */
export async function writeLinks(tx: SchoolTx, changes: readonly RecordChange[]): Promise<void> {
  const rows = changes.flatMap(({ recordKind, recordId, source, after }) => {
    if (source === null || after.link === null) return []
    const link = after.link
    const ended = link.state === 'live' || link.state === 'none' ? {} : { endReason: link.state, endedAt: link.endedAt }
    return [{ recordKind, recordId, connection: source.connection, kind: source.kind, id: source.id, state: link.state, ...ended }]
  })
  const removed = rows.filter((it) => it.state === 'none')
  const ended = rows.filter((it) => it.state !== 'none' && it.state !== 'live')
  const live = rows.filter((it) => it.state === 'live')
  if (removed.length > 0)
    await tx.rows(sql`
      delete from link l using ${recordset(removed)}
      where l.school_id = ${tx.schoolId} and l.record_kind = n."recordKind" and l.record_id = n."recordId"
        and l.connection_id = n.connection and l.source_kind = n.kind and l.source_id = n.id`)
  for (const some of [ended, live]) {
    if (some.length === 0) continue
    await tx.rows(sql`
      insert into link (school_id, record_kind, record_id, connection_id, source_kind, source_id, started_at, end_reason, ended_at)
      select ${tx.schoolId}::uuid, n."recordKind", n."recordId", n.connection, n.kind, n.id, transaction_timestamp(), n."endReason", n."endedAt"
      from ${recordset(some)}
      on conflict (school_id, record_kind, record_id, connection_id, source_kind, source_id)
        do update set end_reason = excluded.end_reason, ended_at = excluded.ended_at`)
  }
}

function recordset(rows: readonly object[]): ReturnType<typeof sql> {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json)
    as n("recordKind" text, "recordId" text, connection uuid, kind text, id text, "endReason" text, "endedAt" timestamptz)`
}
