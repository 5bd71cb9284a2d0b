import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import type { SourceRef } from '../../directory/index.ts'
import type { MessageState } from '../../outbox/index.ts'
import type { PairEvidence } from '../../plans/index.ts'
import type { DecisionKind } from '../../review/index.ts'
import type { PersonBody } from '../../snapshots/index.ts'
import type { MadeChange } from '../person-details.store.ts'

/** Where a row stands in a file. */
export interface Place {
  readonly file: string
  readonly line: number
}

/** The record of a source that stands for a person, in the words of its newest version. */
export interface SourceOfPerson extends SourceRef {
  readonly connectionName: string
  readonly body: PersonBody
  readonly place: Place | null
  readonly readAt: Date
  readonly lastReadAt: Date
  /** When a read no longer named it; null: it is current. */
  readonly goneAt: Date | null
}

/** The source record of a person's live link, else of the one that ended last; undefined: there was none, or it is not kept. */
export async function readSourceOfPerson(tx: SchoolTx, personId: string): Promise<SourceOfPerson | undefined> {
  const school = sql`school_id = ${tx.schoolId}`
  const [row] = await tx.rows(sql<SourceOfPerson>`
    select l.connection_id as connection, l.source_kind as kind, l.source_id as id, n.name as "connectionName", v.body, v.place,
      (select taken_at from snapshot where ${school} and connection_id = l.connection_id and number = v.first_snapshot) as "readAt",
      (select max(taken_at) from snapshot where ${school} and connection_id = l.connection_id) as "lastReadAt",
      (select taken_at from snapshot where ${school} and connection_id = l.connection_id and number = v.last_snapshot + 1) as "goneAt"
    from (
      select * from link where ${school} and record_kind = 'person' and record_id = ${personId} order by ended_at desc nulls first limit 1
    ) l
    join connection n on n.school_id = ${tx.schoolId} and n.id = l.connection_id
    join lateral (
      select body, place, first_snapshot, last_snapshot from source_record r where r.school_id = ${tx.schoolId}
        and r.connection_id = l.connection_id and r.kind = l.source_kind and r.source_id = l.source_id
      order by first_snapshot desc limit 1
    ) v on true`)
  return row
}

/** A write to a person, with the plan that wanted it, what its pair rested on, and the row that said so. */
export interface WriteToPerson extends MadeChange {
  readonly after: MadeChange['after'] & { readonly link: { readonly state: string } | null }
  readonly source: SourceRef | null
  readonly reason: { readonly code: string }
  readonly builtAt: Date | null
  readonly evidence: PairEvidence | null
  readonly approvedBy: string | null
  readonly place: Place | null
}

/** How many writes are told of one person. */
const WRITES_MAX = 200

/** Everything that was written to a person, newest first. */
export async function readWritesToPerson(tx: SchoolTx, personId: string): Promise<readonly WriteToPerson[]> {
  return tx.rows(sql<WriteToPerson>`
    select c.record_kind as "recordKind", c.record_id as "recordId", c.change_key as key, c.operation, c.before, c.after, c.actor,
      c.run_id as "runId", c.at, c.reason, nullif(c.before -> 'source', 'null') as source, p.built_at as "builtAt", e.evidence, v.place,
      (select a.actor from approval a where a.school_id = c.school_id and a.run_id = c.run_id and a.plan_hash = p.hash limit 1) as "approvedBy"
    from directory_change c
    left join run r on r.school_id = c.school_id and r.id = c.run_id
    left join plan p on p.school_id = c.school_id and p.run_id = c.run_id
    left join plan_change e on e.school_id = c.school_id and e.run_id = c.run_id and e.key = c.change_key collate "C"
    left join lateral (
      select place from source_record s where s.school_id = c.school_id and s.connection_id = (c.before -> 'source' ->> 'connection')::uuid
        and s.kind = c.before -> 'source' ->> 'kind' and s.source_id = c.before -> 'source' ->> 'id'
        and s.first_snapshot <= r.snapshot and (s.last_snapshot is null or s.last_snapshot >= r.snapshot) limit 1
    ) v on true
    where c.school_id = ${tx.schoolId} and c.record_kind = 'person' and c.record_id = ${personId}
    order by c.at desc, c.id desc limit ${WRITES_MAX}`)
}

/** What somebody said about a person or their source record, and from when to when it held. */
export interface SaidOfPerson {
  readonly kind: DecisionKind
  readonly recordId: string | null
  readonly sourceId: string
  readonly actor: string
  readonly at: Date
  readonly endedAt: Date | null
  /** The details that were typed, by the names of person fields. */
  readonly typed: Readonly<Record<string, string | null>> | null
}

/** What people have said about a person, and about source records of theirs, oldest first. */
export async function readSaidOfPerson(
  tx: SchoolTx,
  { personId, sourceIds }: { readonly personId: string; readonly sourceIds: readonly string[] },
): Promise<readonly SaidOfPerson[]> {
  return tx.rows(sql<SaidOfPerson>`
    select kind, record_id as "recordId", source_id as "sourceId", actor, decided_at as at, ended_at as "endedAt", typed from decision
    where school_id = ${tx.schoolId} and record_kind = 'person' and (record_id = ${personId} or source_id = any(${sourceIds}::text[]))
    order by decided_at, id`)
}

/** An e-mail that is or was owed to a person. */
export interface MessageToPerson {
  readonly kind: string
  readonly state: MessageState
  readonly why: string | null
  readonly at: Date
}

/** The e-mails of a person, newest first. */
export async function readMessagesToPerson(tx: SchoolTx, personId: string): Promise<readonly MessageToPerson[]> {
  return tx.rows(sql<MessageToPerson>`
    select kind, state, why, created_at as at from outbox_message
    where school_id = ${tx.schoolId} and person_id = ${personId} order by created_at desc, id desc`)
}
