import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { RecordNames } from '../runs/index.ts'

/**
 * What the year groups and classes of a school are called. Those that an undo has taken out are still called what they
 * were when they were made.
 */
export async function readRecordNames(tx: SchoolTx): Promise<RecordNames> {
  const yearGroups = await tx.rows(sql<{ id: string; name: string }>`
    select distinct on (id) id, name from (
      select code as id, name, 0 as age from year_group where school_id = ${tx.schoolId}
      union all
      select record_id, after -> 'fields' ->> 'name', 1 from directory_change
      where school_id = ${tx.schoolId} and record_kind = 'year_group' and operation = 'create'
    ) known where name is not null order by id, age`)
  const classes = await tx.rows(sql<{ id: string; name: string; kind: string }>`
    select distinct on (id) id, name, kind from (
      select id::text, name, kind, 0 as age from class where school_id = ${tx.schoolId}
      union all
      select record_id, after -> 'fields' ->> 'name', after -> 'fields' ->> 'kind', 1 from directory_change
      where school_id = ${tx.schoolId} and record_kind = 'class' and operation = 'create'
    ) known where name is not null order by id, age`)
  const yearsByCode = new Map(yearGroups.map((it) => [it.id, it.name]))
  const classesById = new Map(classes.map((it) => [it.id, { name: it.name, isRegistration: it.kind === 'registration' }]))
  return { yearGroup: (code) => yearsByCode.get(code) ?? code, class: (ref) => classesById.get(ref) }
}
