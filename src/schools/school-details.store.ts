import { sql } from 'kysely'
import type { SchoolTx, Tx } from '../db/index.ts'
import type { School } from './school.ts'

/** A school with what only its settings page needs. */
export interface SchoolWithVersion extends School {
  /** The name of its group of schools. */
  readonly group: string | null
  /** Rises with every change of its details. */
  readonly version: number
}

/** What can be changed about a school itself. */
export type SchoolChange = { readonly [Name in 'name' | 'externalId' | 'vocabulary' | 'timeZone']?: School[Name] | undefined }

/** The school of the scope with its version. */
export async function readSchool(tx: SchoolTx): Promise<SchoolWithVersion> {
  const [school] = await tx.rows(sql<SchoolWithVersion>`
    select s.id, code, external_id as "externalId", s.name, vocabulary, time_zone as "timeZone", year_start as "yearStart",
      is_made_up as "isMadeUp", g.name as "group", version
    from school s left join school_group g on g.id = s.school_group_id where s.id = ${tx.schoolId}`)
  if (school === undefined) throw new Error('A scope names a school that does not exist.')
  return school
}

/** The other schools of the group that the school of the scope belongs to, by name; none where it belongs to none. */
export async function otherSchoolsOfGroup(tx: SchoolTx): Promise<readonly Pick<School, 'id' | 'name'>[]> {
  return tx.rows(sql<Pick<School, 'id' | 'name'>>`
    select other.id, other.name from school own join school other on other.school_group_id = own.school_group_id
    where own.id = ${tx.schoolId} and other.id <> own.id order by other.name, other.id`)
}

/**
 * Changes the school of the scope to the next version; what is not named stays. Another vocabulary brings its country and the
 * start of its year along. The key `school_external_id_key` breaks where another school has the external id.
 */
export async function changeSchool(tx: SchoolTx, { name, externalId, vocabulary, timeZone }: SchoolChange): Promise<void> {
  await tx.rows(sql`
    update school set name = coalesce(${name ?? null}, name), external_id = coalesce(${externalId ?? null}, external_id),
      time_zone = coalesce(${timeZone ?? null}, time_zone), version = version + 1
    where id = ${tx.schoolId}`)
  if (vocabulary === undefined) return
  await tx.rows(sql`
    update school set vocabulary = ${vocabulary}, country = case ${vocabulary}::text when 'en-US' then 'US' else 'GB' end,
      year_start = case ${vocabulary}::text when 'en-US' then '08-01' else '09-01' end
    where id = ${tx.schoolId} and vocabulary <> ${vocabulary}`)
}

/** Makes a group of schools of these schools. */
export async function insertSchoolGroup(
  tx: Tx,
  group: { readonly id: string; readonly name: string },
  schoolIds: readonly string[],
): Promise<void> {
  await tx.rows(sql`insert into school_group (id, name) values (${group.id}, ${group.name})`)
  await tx.rows(sql`update school set school_group_id = ${group.id} where id = any(${schoolIds})`)
}
