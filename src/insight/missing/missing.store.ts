import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import type { Problem } from '../../kernel/index.ts'
import type { DecisionKind } from '../../review/index.ts'
import type { LinkEndReason, PersonKind, Status } from '../../roster/index.ts'
import type { RunState } from '../../runs/index.ts'
import type { PersonBody } from '../../snapshots/index.ts'
import type { Place } from '../why/why.store.ts'

/** A connection that is read. */
export interface LiveConnection {
  readonly id: string
  readonly lastReadAt: Date | null
  /** People rows of its newest file that could not be used. */
  readonly unusableRows: number
}

/** The connections that are read, the one read last first. */
export async function readLiveConnections(tx: SchoolTx): Promise<readonly LiveConnection[]> {
  return tx.rows(sql<LiveConnection>`
    select c.id, s.at as "lastReadAt", coalesce((u.summary -> 'people' ->> 'rejected')::integer, 0) as "unusableRows"
    from connection c
    left join lateral (select max(taken_at) as at from snapshot where school_id = c.school_id and connection_id = c.id) s on true
    left join lateral (
      select summary from upload where school_id = c.school_id and connection_id = c.id order by created_at desc, id desc limit 1
    ) u on true
    where c.school_id = ${tx.schoolId} and c.state = 'live' order by s.at desc nulls last, c.id`)
}

/** Somebody as a source says, or last said, it. */
export interface SourcePerson {
  readonly connection: string
  readonly kind: PersonKind
  readonly sourceId: string
  readonly body: PersonBody
  readonly place: Place | null
  /** When a read no longer named them; null: they are current. */
  readonly goneAt: Date | null
}

/** Everybody whom a live connection names or has named, each in their newest version. */
export async function readSourcePeople(tx: SchoolTx): Promise<readonly SourcePerson[]> {
  return tx.rows(sql<SourcePerson>`
    select distinct on (r.connection_id, r.kind, r.source_id) r.connection_id as connection, r.kind, r.source_id as "sourceId", r.body, r.place,
      s.taken_at as "goneAt"
    from source_record r
    join connection c on c.school_id = r.school_id and c.id = r.connection_id and c.state = 'live'
    left join snapshot s on s.school_id = r.school_id and s.connection_id = r.connection_id and s.number = r.last_snapshot + 1
    where r.school_id = ${tx.schoolId} and r.kind in ('pupil', 'staff')
    order by r.connection_id, r.kind, r.source_id, r.first_snapshot desc`)
}

/** Who said what, when. */
export interface Word {
  readonly actor: string
  readonly at: Date
}

/** What is noted about one source record: how it is linked, what people said, and how the newest review saw it. */
export interface NotedRecord {
  readonly connection: string
  readonly kind: PersonKind
  readonly sourceId: string
}

export interface NotedLink extends NotedRecord {
  readonly endReason: LinkEndReason | null
}

export interface NotedWord extends NotedRecord, Word {
  readonly said: DecisionKind | 'veto'
}

export interface NotedRow extends NotedRecord {
  readonly run: string
  readonly state: RunState
  readonly status: Status
  readonly willImport: boolean
  readonly needsDecision: boolean
}

/** The links of source records of people, ended ones too. */
export async function readLinksOfPeople(tx: SchoolTx): Promise<readonly NotedLink[]> {
  return tx.rows(sql<NotedLink>`
    select connection_id as connection, source_kind as kind, source_id as "sourceId", end_reason as "endReason" from link
    where school_id = ${tx.schoolId} and record_kind = 'person'`)
}

/** What people have said about people of a source and still holds, and pairs that they split, oldest first. */
export async function readWords(tx: SchoolTx): Promise<readonly NotedWord[]> {
  return tx.rows(sql<NotedWord>`
    select connection_id as connection, source_kind as kind, source_id as "sourceId", kind as said, actor, decided_at as at from decision
    where school_id = ${tx.schoolId} and record_kind = 'person' and ended_at is null
    union all
    select connection_id, source_kind, source_id, 'veto', actor, decided_at from veto where school_id = ${tx.schoolId}
    order by 6`)
}

/** How the newest review of each connection saw those whom it would add or had a question about. */
export async function readNewestRows(tx: SchoolTx): Promise<readonly NotedRow[]> {
  return tx.rows(sql<NotedRow>`
    select n.connection_id as connection, r.kind, r.source_id as "sourceId", n.id as run, n.state, r.status, r.will_import as "willImport",
      r.needs_decision as "needsDecision"
    from (
      select distinct on (connection_id) id, connection_id, state from run
      where school_id = ${tx.schoolId} and purpose = 'sync' and snapshot is not null order by connection_id, created_at desc, id desc
    ) n
    join review_row r on r.school_id = ${tx.schoolId} and r.run_id = n.id
    where r.source_id is not null and r.status in ('new', 'may_match', 'matched')`)
}

/** Somebody whom an undo has removed. */
export interface RemovedPerson {
  readonly id: string
  readonly kind: PersonKind
  readonly fields: Readonly<Record<string, string | null>>
  readonly runId: string | null
  readonly actor: string
  readonly at: Date
}

/** Everybody who was removed and is not here again. */
export async function readRemovedPeople(tx: SchoolTx): Promise<readonly RemovedPerson[]> {
  return tx.rows(sql<RemovedPerson>`
    select distinct on (c.record_id) c.record_id as id, coalesce(c.before -> 'fields' ->> 'kind', 'pupil') as kind, c.before -> 'fields' as fields,
      c.run_id as "runId", c.actor, c.at
    from directory_change c
    where c.school_id = ${tx.schoolId} and c.record_kind = 'person' and c.operation = 'remove'
      and not exists (select from person p where p.school_id = c.school_id and p.id::text = c.record_id)
    order by c.record_id, c.at desc`)
}

/** Rows of the newest files that could not be used, where the file told what stood there. */
export async function readUnusableRows(tx: SchoolTx): Promise<readonly Problem[]> {
  return tx.rows(sql<Problem>`
    select p.code, p.file, p.line, p.column_name as "column", p.value, p.params from read_problem p
    join (
      select distinct on (connection_id) id from upload where school_id = ${tx.schoolId} order by connection_id, created_at desc, id desc
    ) u on u.id = p.upload_id
    where p.school_id = ${tx.schoolId} and p.value is not null and p.line is not null and not p.is_of_review order by p.number`)
}
