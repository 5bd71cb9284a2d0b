import { sql } from 'kysely'
import type { Leaver } from '../../contract/index.ts'
import type { SchoolTx } from '../../db/index.ts'

/** The days on which these people left, as the source said when a sync found them gone; who has none is not in the answer. */
export async function leavingDaysOf(tx: SchoolTx, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows(sql<{ id: string; on: string | null }>`
    select distinct on (record_id) record_id as id, reason -> 'params' ->> 'on' as on from directory_change
    where school_id = ${tx.schoolId} and record_kind = 'person' and reason ->> 'code' = 'person.left' and record_id = any(${[...people]}::text[])
    order by record_id, at desc, id desc`)
  return new Map(rows.flatMap(({ id, on }) => (on === null ? [] : [[id, on]])))
}

/** Where these people stand in the review that is open; who is not in the answer stands in none. */
export async function rowsInOpenReview(tx: SchoolTx, people: readonly string[]): Promise<ReadonlyMap<string, NonNullable<Leaver['row']>>> {
  const rows = await tx.rows(sql<NonNullable<Leaver['row']> & { personId: string }>`
    select v.person_id as "personId", v.run_id as run, v.row_id as id, v.source_id is not null as "isBack"
    from run r join review_row v on v.school_id = r.school_id and v.run_id = r.id
    where r.school_id = ${tx.schoolId} and r.purpose = 'sync' and r.state = 'reviewing' and r.held_from is null
      and v.person_id = any(${people}::uuid[])`)
  return new Map(rows.map(({ personId, ...row }) => [personId, row]))
}
