import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import type { RecordState } from '../../directory/index.ts'
import type { SaidPair } from '../../matching/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import type { PersonBody } from '../../snapshots/index.ts'

/** What a person said about a pair and still holds, with whose source it is about and when it was said. */
export interface SaidOfSource extends SaidPair {
  readonly connectionId: string
  readonly kind: PersonKind
  readonly at: Date
}

/** Every Match and every veto that holds. Nothing that was accepted by default is noted, so that nobody can learn from it. */
export async function readSaid(tx: SchoolTx): Promise<readonly SaidOfSource[]> {
  return tx.rows(sql<SaidOfSource>`
    select connection_id as "connectionId", source_kind as kind, record_id as "directoryId", source_id as "sourceId", true as "isSame",
      id as "decisionId", decided_at as at
    from decision where school_id = ${tx.schoolId} and kind = 'match' and ended_at is null and record_id is not null and source_kind <> 'class'
    union all
    select connection_id, source_kind, person_id::text, source_id, false, null, decided_at
    from veto where school_id = ${tx.schoolId} and source_kind <> 'class'
    order by 1, 2, 3, 4`)
}

/** What was changed about people since somebody first decided about them, newest first, so that it can be thought away. */
export async function changesSince(
  tx: SchoolTx,
  people: readonly { readonly id: string; readonly at: Date }[],
): Promise<readonly { readonly recordId: string; readonly before: RecordState; readonly after: RecordState }[]> {
  return tx.rows(sql<{ recordId: string; before: RecordState; after: RecordState }>`
    select c.record_id as "recordId", c.before, c.after from directory_change c
    join json_to_recordset(${JSON.stringify(people)}::json) as p(id text, at timestamptz) on p.id = c.record_id
    where c.school_id = ${tx.schoolId} and c.record_kind = 'person' and c.operation = 'update' and c.at > p.at
    order by c.at desc, c.id desc`)
}

/** A person of a source as the read before the decision said it, or the first read after where there was none. */
export interface SourceAsDecided {
  readonly kind: PersonKind
  readonly sourceId: string
  readonly body: PersonBody
}

export async function sourcesAsDecided(
  tx: SchoolTx,
  connectionId: string,
  people: readonly { readonly kind: PersonKind; readonly sourceId: string; readonly at: Date }[],
): Promise<readonly SourceAsDecided[]> {
  return tx.rows(sql<SourceAsDecided>`
    select distinct on (s.kind, s.source_id) s.kind, s.source_id as "sourceId", s.body from source_record s
    join json_to_recordset(${JSON.stringify(people)}::json) as p(kind text, "sourceId" text, at timestamptz)
      on p.kind = s.kind and p."sourceId" = s.source_id
    join snapshot n on n.school_id = s.school_id and n.connection_id = s.connection_id and n.number = s.first_snapshot
    where s.school_id = ${tx.schoolId} and s.connection_id = ${connectionId}
    order by s.kind, s.source_id, n.taken_at > p.at, case when n.taken_at > p.at then s.first_snapshot else -s.first_snapshot end`)
}
