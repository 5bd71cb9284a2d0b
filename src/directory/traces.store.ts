import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { PERSON_FIELDS, type TracedSource, type TracedValues, type Traces, tellingTexts } from '../roster/index.ts'
import { columnOf } from './columns.ts'

const FIELDS = sql.raw(PERSON_FIELDS.map((field) => `'${field}', p.${columnOf(field)}`).join(', '))

/** What somebody is known by: ids, the records of sources that ever stood for them, and what they are and were called. */
export async function readTraces(tx: SchoolTx, personId: string): Promise<Traces> {
  const people = (
    await tx.rows(sql<{ id: string }>`
      with recursive same as (
        select id from person where school_id = ${tx.schoolId} and id = ${personId}
        union select p.id from person p join same s on p.merged_into = s.id where p.school_id = ${tx.schoolId}
      ) select id from same order by id`)
  ).map((it) => it.id)
  const sources = await tx.rows(sql<TracedSource>`
    select distinct connection_id as connection, source_kind as kind, source_id as id from link
    where school_id = ${tx.schoolId} and record_kind = 'person' and record_id = any(${people}) order by 1, 2, 3`)
  const values = await tx.rows(sql<{ values: TracedValues }>`
    select json_build_object(${FIELDS}) as values from person p where p.school_id = ${tx.schoolId} and p.id::text = any(${people})
    union all select (c.side -> 'fields')::json from (
      select unnest(array[before, after]) as side from directory_change
      where school_id = ${tx.schoolId} and record_kind = 'person' and record_id = any(${people})) c
    where jsonb_typeof(c.side -> 'fields') = 'object'`)
  const texts = tellingTexts(values.map((it) => it.values))
  return {
    people,
    sources,
    sourceKeys: sources.map((it) => `${it.connection} ${it.kind} ${it.id}`),
    texts,
    emails: [...new Set(texts.filter((it) => it.includes('@')).map((it) => it.toLowerCase()))],
  }
}

/** Removes somebody from what we hold, with their history. Gives how many rows went. */
export async function erasePerson(tx: SchoolTx, { people }: Traces): Promise<number> {
  const [gone] = await tx.rows(sql<{ count: number }>`
    with changes as (
      delete from directory_change where school_id = ${tx.schoolId} and record_kind = 'person' and record_id = any(${people}) returning 1
    ), links as (
      delete from link where school_id = ${tx.schoolId} and record_kind = 'person' and record_id = any(${people}) returning 1
    ), intakes as (
      delete from intake_change where school_id = ${tx.schoolId} and person_id::text = any(${people}) returning 1
    ), memberships as (
      delete from enrolment where school_id = ${tx.schoolId} and person_id::text = any(${people}) returning 1
    )
    select ((select count(*) from changes) + (select count(*) from links) + (select count(*) from intakes) +
      (select count(*) from memberships))::integer as count`)
  const persons = await tx.rows(sql`delete from person where school_id = ${tx.schoolId} and id::text = any(${people}) returning 1`)
  return (gone?.count ?? 0) + persons.length
}
