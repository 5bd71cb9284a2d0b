import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { kindsOf } from '../plans/index.ts'
import type { Run } from '../runs/index.ts'

/** How many changes of a line do one thing: "720 move up a year". */
export interface NoteCount {
  readonly runId: string
  /** Population and operation, as in `pupil.update`. */
  readonly line: string
  readonly code: string
  readonly count: number
}

/** What the changes of these runs' plans do to people, beyond their operation. */
export async function noteCounts(tx: SchoolTx, runIds: readonly string[]): Promise<readonly NoteCount[]> {
  return tx.rows(sql<NoteCount>`
    select run_id as "runId", population || '.' || operation as line, code, count(*)::integer as count
    from plan_change c cross join lateral (
      select 'changes_year' as code where operation in ('update', 'link', 'revert') and after -> 'fields' ? 'yearGroup'
      union all select 'changes_class' where operation in ('update', 'link', 'revert')
        and (jsonb_array_length(before -> 'enrolments') > 0 or jsonb_array_length(after -> 'enrolments') > 0)
      union all select 'changes_name' where operation in ('update', 'link', 'revert') and record_kind = 'person' and after -> 'fields' ?| array['firstName', 'lastName']
      union all select 'unseen' where operation = 'link' and reason ->> 'code' = 'person.may_match_accepted'
      union all select 'left' where operation = 'desync' and after -> 'link' ->> 'state' = 'left'
      union all select 'out_of_scope' where operation = 'desync' and after -> 'link' ->> 'state' = 'out_of_scope'
      union all select 'renamed' where population in ('class', 'year_group') and operation in ('update', 'link') and after -> 'fields' ? 'name'
    ) note
    where c.school_id = ${tx.schoolId} and c.run_id = any(${[...runIds]}::uuid[]) group by run_id, population, operation, code order by 1, 2, 3`)
}

/** People whom a plan leaves as they are, and why. */
export interface LeftOutCount {
  readonly runId: string
  readonly population: 'pupil' | 'staff'
  readonly act: 'unchanged' | 'not_matched' | 'not_seen' | 'may_match' | 'error' | 'left_out' | 'double' | 'once' | 'ignored'
  readonly count: number
}

/** Why a row is left as it is; null: the plan changes it. Both the counting and the lists behind it use this. */
export const LEFT_AS_IT_IS = sql`case
  when set_aside = 'ever' then 'ignored'
  when left_out is not null then 'error'
  when set_aside = 'once' then 'once'
  when status = 'may_match' and not will_import then 'may_match'
  when reason = 'double' then 'double'
  when status in ('new', 'matched') and not will_import then 'left_out'
  when status = 'not_matched' then 'not_matched'
  when status = 'synced' and not_seen then 'not_seen'
  when status = 'synced' and not exists (
    select 1 from plan_change c where c.school_id = r.school_id and c.run_id = r.run_id and c.record_kind = 'person' and c.record_id = r.person_id::text
  ) then 'unchanged' end`

/** Counts the people of these runs' reviews whom their plans leave as they are, of the kinds that each scope is about. */
export async function leftOutCounts(tx: SchoolTx, runs: readonly Pick<Run, 'id' | 'scope'>[]): Promise<readonly LeftOutCount[]> {
  const kinds = runs.flatMap(({ id, scope }) => kindsOf({ scope }).map((kind) => ({ id, kind })))
  return tx.rows(sql<LeftOutCount>`
    select run_id as "runId", population, act, count(*)::integer as count
    from (select r.run_id, r.kind as population, ${LEFT_AS_IT_IS} as act from review_row r
      join json_to_recordset(${JSON.stringify(kinds)}::json) as n(id uuid, kind text) on n.id = r.run_id and n.kind = r.kind
      where r.school_id = ${tx.schoolId}) it
    where act is not null group by run_id, population, act order by 1, 2, 3`)
}
