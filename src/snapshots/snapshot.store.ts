import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { SourceKind } from '../roster/index.ts'
import type { SourceRecord } from './source-record.ts'
import type { Incomplete } from './upload.ts'

/** A record with the SHA-256 of its body, hexadecimal: it tells whether anything has changed. */
export type StoredRecord = SourceRecord & { readonly hash: string }

/** Where a row stands in what was read. */
export interface RowPlace {
  readonly file: string
  readonly line: number
}

/** The current versions of all records of a connection, with their hashes (hexadecimal SHA-256). */
export async function currentRecords(tx: SchoolTx, connectionId: string): Promise<readonly StoredRecord[]> {
  return tx.rows(sql<StoredRecord>`
    select kind, source_id as "sourceId", encode(hash, 'hex') as hash, body from source_record
    where school_id = ${tx.schoolId} and connection_id = ${connectionId} and last_snapshot is null
    order by kind, source_id collate "C"`)
}

/** What was last known of these people, of those who are no longer current: somebody who comes back. */
export async function formerRecords(
  tx: SchoolTx,
  connectionId: string,
  people: readonly Pick<SourceRecord, 'kind' | 'sourceId'>[],
): Promise<readonly SourceRecord[]> {
  if (people.length === 0) return []
  return tx.rows(sql<SourceRecord>`
    select distinct on (s.kind, s.source_id) s.kind, s.source_id as "sourceId", s.body from source_record s
    join json_to_recordset(${JSON.stringify(people)}::json) as p(kind text, "sourceId" text) on p.kind = s.kind and p."sourceId" = s.source_id
    where s.school_id = ${tx.schoolId} and s.connection_id = ${connectionId} and s.last_snapshot is not null
    order by s.kind, s.source_id, s.first_snapshot desc`)
}

/** The number of the next snapshot, taken under the connection's row lock. */
export async function nextSnapshotNumber(tx: SchoolTx, connectionId: string): Promise<number> {
  await tx.rows(sql`select 1 from connection where school_id = ${tx.schoolId} and id = ${connectionId} for update`)
  const [row] = await tx.rows(sql<{ number: number }>`
    select coalesce(max(number), 0) + 1 as number from snapshot where school_id = ${tx.schoolId} and connection_id = ${connectionId}`)
  return row?.number ?? 1
}

/** What a read changes about what is known of its source. */
export interface NewSnapshot {
  readonly connectionId: string
  readonly number: number
  readonly takenAt: Date
  readonly incomplete: Incomplete
  readonly counts: Readonly<Record<SourceKind, number>>
  /** New versions; the versions before them are closed. */
  readonly changed: readonly (StoredRecord & { readonly place: RowPlace | null })[]
  /** Records proven absent. */
  readonly closed: readonly { readonly kind: SourceKind; readonly sourceId: string }[]
}

/** Stores a snapshot: what is unchanged is not touched. */
export async function insertSnapshot(tx: SchoolTx, it: NewSnapshot): Promise<void> {
  await tx.rows(sql`
    insert into snapshot (school_id, connection_id, number, taken_at, incomplete, counts)
    values (${tx.schoolId}, ${it.connectionId}, ${it.number}, ${it.takenAt}, ${JSON.stringify(it.incomplete)}::jsonb, ${JSON.stringify(it.counts)}::jsonb)`)
  const ended = [...it.changed, ...it.closed].map(({ kind, sourceId }) => ({ kind, source_id: sourceId }))
  if (ended.length === 0) return
  await tx.rows(sql`
    update source_record s set last_snapshot = ${it.number - 1}
    from json_to_recordset(${JSON.stringify(ended)}::json) as e(kind text, source_id text)
    where s.school_id = ${tx.schoolId} and s.connection_id = ${it.connectionId} and s.last_snapshot is null
      and s.kind = e.kind and s.source_id = e.source_id`)
  if (it.changed.length === 0) return
  await tx.rows(sql`
    insert into source_record (school_id, connection_id, kind, source_id, first_snapshot, last_snapshot, hash, body, place)
    select ${tx.schoolId}::uuid, ${it.connectionId}::uuid, kind, "sourceId", ${it.number}::integer, null, decode(hash, 'hex'), body, place
    from json_to_recordset(${JSON.stringify(it.changed)}::json) as n(kind text, "sourceId" text, hash text, body jsonb, place jsonb)`)
}

/** The numbers of the latest snapshots of these connections; those that have never been read are missing. */
export async function latestSnapshots(tx: SchoolTx, connectionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows(sql<{ id: string; number: number }>`
    select connection_id as id, max(number) as number from snapshot
    where school_id = ${tx.schoolId} and connection_id = any(${[...connectionIds]}::uuid[]) group by connection_id`)
  return new Map(rows.map((it) => [it.id, it.number]))
}
