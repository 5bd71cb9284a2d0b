import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** A detail of a synced person that somebody said to keep as it is here. */
export interface Pin {
  readonly field: string
  readonly reason: string
  /** The last day of it, `YYYY-MM-DD`, by the school's own clock. */
  readonly until: string
  readonly actor: string
  readonly at: Date
}

// a pin holds to the end of its last day at the school
const HOLDS = sql`until >= (now() at time zone (select time_zone from school where id = field_pin.school_id))::date`

/** The pinned fields of everybody who has some. */
export async function readPinnedFields(tx: SchoolTx): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.rows(sql<{ person: string; fields: string[] }>`
    select person_id as person, array_agg(field order by field) as fields from field_pin
    where school_id = ${tx.schoolId} and ${HOLDS} group by person_id`)
  return new Map(rows.map(({ person, fields }) => [person, fields]))
}

/** The pins of one person that hold. */
export async function readPins(tx: SchoolTx, personId: string): Promise<readonly Pin[]> {
  return tx.rows(sql<Pin>`
    select field, reason, until::text as until, actor, at from field_pin
    where school_id = ${tx.schoolId} and person_id = ${personId} and ${HOLDS} order by field`)
}

/** Pins a field, in place of an earlier pin. */
export async function writePin(tx: SchoolTx, personId: string, { field, reason, until, actor, at }: Pin): Promise<void> {
  await tx.rows(sql`
    insert into field_pin (school_id, person_id, field, reason, until, actor, at)
    values (${tx.schoolId}, ${personId}, ${field}, ${reason}, ${until}, ${actor}, ${at})
    on conflict (school_id, person_id, field) do update
      set reason = excluded.reason, until = excluded.until, actor = excluded.actor, at = excluded.at`)
}

/** Ends the pin of a field; whether there was one. */
export async function endPin(tx: SchoolTx, personId: string, field: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    delete from field_pin where school_id = ${tx.schoolId} and person_id = ${personId} and field = ${field} returning field`)
  return rows.length > 0
}
