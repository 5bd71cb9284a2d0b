import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** The names of the classes that these people are in, in their order. */
export async function classNamesOf(tx: SchoolTx, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.rows(sql<{ person: string; names: string[] }>`
    select e.person_id as person, array_agg(distinct c.name order by c.name) as names
    from enrolment e join class c on c.school_id = e.school_id and c.id = e.class_id
    where e.school_id = ${tx.schoolId} and e.person_id = any(${personIds}::uuid[]) group by e.person_id`)
  return new Map(rows.map((it) => [it.person, it.names]))
}
