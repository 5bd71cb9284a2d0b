import { sql } from 'kysely'
import type { SchoolTx, Tx } from '../db/index.ts'
import type { NewSchool, School } from './school.ts'
import { type SchoolSettings, schoolSettingsSchema } from './settings.ts'

const COLUMNS = sql`id, code, external_id as "externalId", name, vocabulary, time_zone as "timeZone", year_start as "yearStart", is_made_up as "isMadeUp"`

/** The schools with these external ids, in the order of those ids. */
export async function findByExternalIds(tx: Tx, externalIds: readonly string[]): Promise<readonly School[]> {
  return tx.rows(sql<School>`select ${COLUMNS} from school where external_id = any(${externalIds}) order by external_id`)
}

/** The school meant by what a person typed: its id, external id or code. */
export async function findByAnyId(tx: Tx, typed: string): Promise<School | undefined> {
  const found = await tx.rows(sql<School>`
    select ${COLUMNS} from school where external_id = ${typed} or code = ${typed} or id::text = ${typed}
    order by external_id = ${typed} desc, code = ${typed} desc limit 1`)
  return found[0]
}

/** All schools by name; a few thousand at the most. */
export async function listSchools(tx: Tx): Promise<readonly School[]> {
  return tx.rows(sql<School>`select ${COLUMNS} from school order by name, external_id`)
}

/** Creates schools, with the time zone and year start of their vocabulary. One whose external id is taken is passed over. */
export async function insertSchools(
  tx: Tx,
  schools: readonly (NewSchool & { readonly id: string; readonly code: string })[],
  at: Date,
): Promise<void> {
  await tx.rows(sql`
    insert into school (id, code, external_id, name, country, vocabulary, time_zone, year_start, is_made_up, created_at)
    select id, code, "externalId", name, case vocabulary when 'en-US' then 'US' else 'GB' end, vocabulary,
      case vocabulary when 'en-US' then 'America/New_York' else 'Europe/London' end,
      case vocabulary when 'en-US' then '08-01' else '09-01' end, "isMadeUp", ${at}
    from json_to_recordset(${JSON.stringify(schools)}::json)
      as it(id uuid, code text, "externalId" text, name text, vocabulary text, "isMadeUp" boolean)
    on conflict (external_id) do nothing`)
}

/** A school's settings, defaults filled in. */
export async function readSettings(tx: SchoolTx): Promise<SchoolSettings> {
  const rows = await tx.rows(sql<{ name: string; value: unknown }>`select name, value from school_setting where school_id = ${tx.schoolId}`)
  return schoolSettingsSchema.parse(Object.fromEntries(rows.map(({ name, value }) => [name, value])))
}

/** Keeps one setting of the school, in place of what it was. */
export async function writeSetting<Name extends keyof SchoolSettings>(
  tx: SchoolTx,
  name: Name,
  value: SchoolSettings[Name],
): Promise<void> {
  await tx.rows(sql`
    insert into school_setting (school_id, name, value) values (${tx.schoolId}, ${name}, ${JSON.stringify(value)}::jsonb)
    on conflict (school_id, name) do update set value = excluded.value`)
}

/** Takes the school's row: everything that changes its directory waits in line here, until the transaction ends. */
export async function lockSchool(tx: SchoolTx): Promise<School> {
  const rows = await tx.rows(sql<School>`select ${COLUMNS} from school where id = ${tx.schoolId} for update`)
  const [school] = rows
  if (school === undefined) throw new Error('A scope names a school that does not exist.')
  return school
}
