import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Problem } from '../kernel/index.ts'
import type { RunState } from '../runs/index.ts'
import type { MadeChange } from './person-details.store.ts'

/** A part of a list. */
export interface Part {
  readonly offset: number
  readonly limit: number
}

/** Which runs are looked for: in these states; those that changed something, or those that only looked. */
export interface RunFilter {
  readonly states: readonly RunState[] | null
  readonly hasChanged: boolean | null
}

/** The ids of these runs, newest first, and how many there are. */
export async function findRunIds(
  tx: SchoolTx,
  { states, hasChanged, offset, limit }: Part & RunFilter,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const changed = sql`purpose <> 'check' and jsonb_array_length(coalesce(result -> 'summary', '[]')) > 0`
  const filter = sql`school_id = ${tx.schoolId} and (${states}::text[] is null or state = any(${states}::text[]))
    and (${hasChanged}::boolean is null or (${changed}) = ${hasChanged})`
  const rows = await tx.rows(
    sql<{ id: string }>`select id from run where ${filter} order by created_at desc, id desc limit ${limit} offset ${offset}`,
  )
  const [counted] = await tx.rows(sql<{ total: number }>`select count(*)::integer as total from run where ${filter}`)
  return { ids: rows.map((it) => it.id), total: counted?.total ?? 0 }
}

/** A change of a run in short: enough to find and order it by. */
export interface ChangeInShort {
  readonly id: string
  readonly recordKind: MadeChange['recordKind']
  readonly name: string
}

/** The record of a change, where it is of this kind, as an id that an index finds; codes of year groups are none. */
function idOf(kind: 'person' | 'class') {
  return sql`case c.record_kind when ${sql.lit(kind)} then c.record_id::uuid end`
}

/** What a run changed, in short; a record that is gone is called what it was. */
export async function readChangesInShort(tx: SchoolTx, runId: string): Promise<readonly ChangeInShort[]> {
  const said = (field: string) => sql`coalesce(c.after -> 'fields' ->> ${sql.lit(field)}, c.before -> 'fields' ->> ${sql.lit(field)})`
  return tx.rows(sql<ChangeInShort>`
    select c.id, c.record_kind as "recordKind", coalesce(
      nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.username, k.name, y.name,
      nullif(concat_ws(' ', ${said('firstName')}, ${said('lastName')}), ''), ${said('username')}, ${said('name')}, '') as name
    from directory_change c
    left join person p on p.school_id = c.school_id and p.id = ${idOf('person')}
    left join class k on k.school_id = c.school_id and k.id = ${idOf('class')}
    left join year_group y on c.record_kind = 'year_group' and y.school_id = c.school_id and y.code = c.record_id
    where c.school_id = ${tx.schoolId} and c.run_id = ${runId}`)
}

/** A change that a run made, with why. */
export interface ChangeOfRun extends MadeChange {
  readonly id: string
  readonly reason: { readonly code: string; readonly params: Record<string, string | number> }
  /** Of a person. */
  readonly personKind: string | null
  /** The person is still held. */
  readonly isHeld: boolean
}

/** These changes in full. */
export async function readChangesOfRun(tx: SchoolTx, changeIds: readonly string[]): Promise<readonly ChangeOfRun[]> {
  return tx.rows(sql<ChangeOfRun>`
    select c.id, c.record_kind as "recordKind", c.record_id as "recordId", c.change_key as key, c.operation, c.before, c.after, c.actor,
      c.run_id as "runId", c.at, c.reason, p.id is not null as "isHeld",
      coalesce(p.kind, c.after -> 'fields' ->> 'kind', c.before -> 'fields' ->> 'kind', c.before -> 'source' ->> 'kind') as "personKind"
    from directory_change c
    left join person p on p.school_id = c.school_id and p.id = ${idOf('person')}
    where c.school_id = ${tx.schoolId} and c.id = any(${changeIds}::uuid[])`)
}

/** What could not be read of an upload, in its order, and how much there is. */
export async function listReadProblems(
  tx: SchoolTx,
  uploadId: string,
  { offset, limit }: Part,
): Promise<{ readonly items: readonly Problem[]; readonly total: number }> {
  const items = await tx.rows(sql<Problem>`
    select code, file, line, column_name as "column", value, params from read_problem
    where school_id = ${tx.schoolId} and upload_id = ${uploadId} order by number limit ${limit} offset ${offset}`)
  const [counted] = await tx.rows(sql<{ total: number }>`
    select count(*)::integer as total from read_problem where school_id = ${tx.schoolId} and upload_id = ${uploadId}`)
  return { items, total: counted?.total ?? 0 }
}
