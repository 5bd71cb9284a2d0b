import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { PERSON_FIELDS, type PersonFields, type PersonKind } from '../roster/index.ts'
import { columnOf } from './columns.ts'

const PERSON_COLUMNS = sql.raw(PERSON_FIELDS.map((field) => `p.${columnOf(field)} as "${field}"`).join(', '))

/** One person we hold, as an edit by hand meets them. */
export interface HeldForEdit {
  readonly kind: PersonKind
  /** `yearGroup` is a code. */
  readonly fields: PersonFields
  readonly isSynced: boolean
  /** How often the person was changed: what `If-Match` says of them. */
  readonly version: number
}

/** One person; undefined: the school has no such person. */
export async function readForEdit(tx: SchoolTx, personId: string): Promise<HeldForEdit | undefined> {
  const [row] = await tx.rows(sql<PersonFields & Pick<HeldForEdit, 'kind' | 'isSynced'>>`
    select p.kind, ${PERSON_COLUMNS}, exists (
        select from link l where l.school_id = ${tx.schoolId} and l.record_kind = 'person' and l.record_id = p.id::text and l.end_reason is null
      ) as "isSynced"
    from person p where p.school_id = ${tx.schoolId} and p.id = ${personId}`)
  if (row === undefined) return undefined
  const { kind, isSynced, ...fields } = row
  return { kind, isSynced, fields, version: await versionOfPerson(tx, personId) }
}

/** How often a person was changed since they were made; the making counts. */
export async function versionOfPerson(tx: SchoolTx, personId: string): Promise<number> {
  const [row] = await tx.rows(sql<{ version: number }>`
    select count(*)::integer as version from directory_change
    where school_id = ${tx.schoolId} and record_kind = 'person' and record_id = ${personId}`)
  return row?.version ?? 0
}

/** The code of the year group that somebody means by its code or name; undefined: there is none. */
export async function findYearGroup(tx: SchoolTx, typed: string): Promise<string | undefined> {
  const [row] = await tx.rows(sql<{ yearCode: string }>`
    select code as "yearCode" from year_group where school_id = ${tx.schoolId} and (code = ${typed} or name = ${typed})
    order by code = ${typed} desc limit 1`)
  return row?.yearCode
}

/** Which of these ids somebody else of the school has already (S-74). */
export async function findTaken(
  tx: SchoolTx,
  personId: string,
  { upn, customId }: Readonly<Partial<Record<'upn' | 'customId', string | null>>>,
): Promise<readonly ('upn' | 'customId')[]> {
  const rows = await tx.rows(sql<{ upn: boolean; customId: boolean }>`
    select coalesce(upn = ${upn ?? null}, false) as upn, coalesce(custom_id = ${customId ?? null}, false) as "customId" from person
    where school_id = ${tx.schoolId} and id <> ${personId} and (upn = ${upn ?? null} or custom_id = ${customId ?? null})`)
  const names = ['upn', 'customId'] as const
  return names.filter((name) => rows.some((it) => it[name]))
}

/** From now on these fields are the school's own: a sync leaves them (D5). */
export async function ownFields(tx: SchoolTx, personId: string, fields: readonly string[]): Promise<void> {
  if (fields.length === 0) return
  await tx.rows(sql`
    update person set local_fields = array(select distinct unnest(local_fields || ${fields}::text[]) order by 1)
    where school_id = ${tx.schoolId} and id = ${personId}`)
}
