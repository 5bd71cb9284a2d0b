import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { isKept, withLatestLink } from './people.store.ts'

/** A year group we hold. */
export interface HeldYearGroup {
  readonly code: string
  readonly name: string
  /** Orders year groups from the youngest. */
  readonly position: number
}

/** The year groups of a school, youngest first. */
export async function readYearGroups(tx: SchoolTx): Promise<readonly HeldYearGroup[]> {
  return tx.rows(sql<HeldYearGroup>`
    select code, name, position from year_group where school_id = ${tx.schoolId} order by position, code collate "C"`)
}

/** How many classes each year group has: those that say so, and of those that say none, those in which its pupils are. */
export async function countClassesOfYears(tx: SchoolTx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows(sql<{ code: string; classes: number }>`
    with inside as (
      select distinct e.class_id, p.year_group from enrolment e join person p on p.school_id = e.school_id and p.id = e.person_id
      ${withLatestLink(tx, sql`p.id`)}
      where e.school_id = ${tx.schoolId} and e.role = 'pupil' and l.state is distinct from 'left' and ${isKept(tx, sql`e.person_id`)}
    )
    select y.code, count(*)::integer as classes from year_group y
    join class c on c.school_id = y.school_id and not c.is_archived and (
      y.code = any(c.year_groups) or cardinality(c.year_groups) = 0
        and exists (select from inside i where i.class_id = c.id and i.year_group = y.code))
    where y.school_id = ${tx.schoolId} group by y.code`)
  return new Map(rows.map((it) => [it.code, it.classes]))
}

/** How the sources spelled a year group at their last sync, and how many synced pupils stand in it here. */
export interface Spelling {
  readonly code: string
  readonly raw: string
  readonly pupils: number
}

/** The spellings of the last sync of every connection, the commonest first. */
export async function readSpellings(tx: SchoolTx): Promise<readonly Spelling[]> {
  return tx.rows(sql<Spelling>`
    with last as (
      select distinct on (connection_id) connection_id, snapshot from run
      where school_id = ${tx.schoolId} and purpose = 'sync' and state = 'applied' and snapshot is not null
      order by connection_id, snapshot desc
    ), spelled as (
      select p.year_group as code, s.body -> 'fields' ->> 'yearGroup' as raw
      from last n
      join source_record s on s.school_id = ${tx.schoolId} and s.connection_id = n.connection_id and s.kind = 'pupil'
        and s.first_snapshot <= n.snapshot and coalesce(s.last_snapshot, n.snapshot) >= n.snapshot
      join link l on l.school_id = ${tx.schoolId} and l.record_kind = 'person' and l.connection_id = s.connection_id
        and l.source_kind = s.kind and l.source_id = s.source_id and l.end_reason is null
      join person p on p.school_id = ${tx.schoolId} and p.id::text = l.record_id
    )
    select code, raw, count(*)::integer as pupils from spelled where code is not null and raw <> ''
    group by code, raw order by code, pupils desc, raw collate "C"`)
}

/** What somebody said of a spelling. */
export interface SaidOfSpelling {
  /** Folded. */
  readonly spelling: string
  /** A year group's code; null: not synced. */
  readonly code: string | null
  readonly actor: string
  readonly at: Date
}

/** What people have said about spellings of year groups (S-85). */
export async function readSaidOfSpellings(tx: SchoolTx): Promise<readonly SaidOfSpelling[]> {
  return tx.rows(sql<SaidOfSpelling>`
    select source_value as spelling, nullif(code, 'not_synced') as code, actor, decided_at as at from year_group_map
    where school_id = ${tx.schoolId} order by source_value collate "C"`)
}

/** When the last sync was carried out; null: none was. */
export async function lastSyncAt(tx: SchoolTx): Promise<Date | null> {
  const [row] = await tx.rows(sql<{ at: Date | null }>`
    select max(changed_at) as at from run where school_id = ${tx.schoolId} and purpose = 'sync' and state = 'applied'`)
  return row?.at ?? null
}
