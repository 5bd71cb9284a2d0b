import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Doubt } from './decision.ts'

/** The doubts of a connection whose source record is still the one that was looked at. */
export async function readDoubts(tx: SchoolTx, connectionId: string): Promise<readonly Doubt[]> {
  return tx.rows(sql<Doubt>`
    select d.source_kind as "sourceKind", d.source_id as "sourceId"
    from doubt d
    join source_record s on s.school_id = d.school_id and s.connection_id = d.connection_id and s.kind = d.source_kind
      and s.source_id = d.source_id and s.last_snapshot is null and s.hash = d.record_hash
    where d.school_id = ${tx.schoolId} and d.connection_id = ${connectionId}
    order by d.source_kind, d.source_id collate "C"`)
}

/** Notes doubts about current source records; one that is noted already is noted for the record as it is now. */
export async function noteDoubts(tx: SchoolTx, connectionId: string, doubts: readonly Doubt[]): Promise<void> {
  if (doubts.length === 0) return
  await tx.rows(sql`
    insert into doubt (school_id, connection_id, source_kind, source_id, record_hash)
    select s.school_id, s.connection_id, s.kind, s.source_id, s.hash
    from json_to_recordset(${JSON.stringify(doubts)}::json) as n("sourceKind" text, "sourceId" text)
    join source_record s on s.school_id = ${tx.schoolId} and s.connection_id = ${connectionId} and s.kind = n."sourceKind"
      and s.source_id = n."sourceId" and s.last_snapshot is null
    on conflict (school_id, connection_id, source_kind, source_id) do update set record_hash = excluded.record_hash`)
}
