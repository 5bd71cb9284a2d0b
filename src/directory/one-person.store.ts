import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { PERSON_FIELDS, type PersonFields, type PersonKind } from '../roster/index.ts'
import { columnOf } from './columns.ts'
import type { DirectoryLink, SourceRef } from './directory.ts'
import type { LinkState } from './record-state.ts'

const PERSON_COLUMNS = sql.raw(PERSON_FIELDS.map((field) => `p.${columnOf(field)} as "${field}"`).join(', '))

/** One person we hold, as an edit by hand meets them. */
export interface HeldForEdit {
  readonly kind: PersonKind
  /** `yearGroup` is a code. */
  readonly fields: PersonFields
  readonly isSynced: boolean
  /** Somebody here disabled them: whether they are is the school's own until they are enabled. */
  readonly ownsStatus: boolean
  /** Another record stands for them now: this one is not edited. */
  readonly isMerged: boolean
  /** How often the person was changed: what `If-Match` says of them. */
  readonly version: number
}

/** One person; undefined: the school has no such person. */
export async function readForEdit(tx: SchoolTx, personId: string): Promise<HeldForEdit | undefined> {
  const [row] = await tx.rows(sql<PersonFields & Pick<HeldForEdit, 'kind' | 'isSynced' | 'isMerged' | 'ownsStatus'>>`
    select p.kind, 'status' = any(p.local_fields) as "ownsStatus", p.merged_into is not null as "isMerged", ${PERSON_COLUMNS}, exists (
        select from link l where l.school_id = ${tx.schoolId} and l.record_kind = 'person' and l.record_id = p.id::text and l.end_reason is null
      ) as "isSynced"
    from person p where p.school_id = ${tx.schoolId} and p.id = ${personId}`)
  if (row === undefined) return undefined
  const { kind, isSynced, isMerged, ownsStatus, ...fields } = row
  return { kind, isSynced, isMerged, ownsStatus, fields, version: await versionOfPerson(tx, personId) }
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
    where school_id = ${tx.schoolId} and id <> ${personId} and merged_into is null and (upn = ${upn ?? null} or custom_id = ${customId ?? null})`)
  const names = ['upn', 'customId'] as const
  return names.filter((name) => rows.some((it) => it[name]))
}

/** Whether somebody of a kind has this name already, and no other birth date; not told apart by capitals. */
export async function findAlike(
  tx: SchoolTx,
  kind: PersonKind,
  { firstName, lastName, birthDate }: Readonly<Partial<Record<'firstName' | 'lastName' | 'birthDate', string | null>>>,
): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from person
    where school_id = ${tx.schoolId} and kind = ${kind} and merged_into is null
      and lower(first_name) is not distinct from lower(${firstName ?? null}::text)
      and lower(last_name) is not distinct from lower(${lastName ?? null}::text)
      and (birth_date is null or ${birthDate ?? null}::date is null or birth_date = ${birthDate ?? null}::date)
    limit 1`)
  return rows.length > 0
}

/** Whether the school has a registration class of this name. */
export async function hasRegistrationClass(tx: SchoolTx, name: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from class where school_id = ${tx.schoolId} and kind = 'registration' and name = ${name} and not is_archived limit 1`)
  return rows.length > 0
}

/** From now on these fields are the school's own: a sync leaves them (D5). */
export async function ownFields(tx: SchoolTx, personId: string, fields: readonly string[]): Promise<void> {
  if (fields.length === 0) return
  await tx.rows(sql`
    update person set local_fields = array(select distinct unnest(local_fields || ${fields}::text[]) order by 1)
    where school_id = ${tx.schoolId} and id = ${personId}`)
}

/** The source owns this field of a person again. */
export async function disownField(tx: SchoolTx, personId: string, field: string): Promise<void> {
  await tx.rows(sql`
    update person set local_fields = array_remove(local_fields, ${field}) where school_id = ${tx.schoolId} and id = ${personId}`)
}

/** The link of a person that is live, else the one that ended last; undefined: they were never linked. */
export async function latestLinkOf(tx: SchoolTx, personId: string): Promise<DirectoryLink | undefined> {
  const [row] = await tx.rows(sql<SourceRef & { endReason: DirectoryLink['endReason']; endedAt: Date | null }>`
    select connection_id as connection, source_kind as kind, source_id as id, end_reason as "endReason", ended_at as "endedAt" from link
    where school_id = ${tx.schoolId} and record_kind = 'person' and record_id = ${personId} order by ended_at desc nulls first limit 1`)
  if (row === undefined) return undefined
  const { endReason, endedAt, ...source } = row
  const recordKind = 'person' as const
  if (endReason === null || endedAt === null) return { recordKind, recordId: personId, source, endReason: null, endedAt: null }
  return { recordKind, recordId: personId, source, endReason, endedAt: endedAt.toISOString() }
}

/** How the link of a person stood before somebody took the record out of the sync; of whom nobody did, it is live. */
export async function linkBeforeByHand(tx: SchoolTx, personId: string): Promise<LinkState> {
  const [row] = await tx.rows(sql<{ link: LinkState }>`
    select before->'link' as link from directory_change
    where school_id = ${tx.schoolId} and record_kind = 'person' and record_id = ${personId} and reason->>'code' = 'person.by_hand'
    order by at desc, id desc limit 1`)
  return row?.link ?? { state: 'live' }
}

/** The person whom a record of a source stands for now; undefined: nobody. */
export async function holderOfSource(tx: SchoolTx, source: SourceRef): Promise<string | undefined> {
  const [row] = await tx.rows(sql<{ holder: string }>`
    select record_id as holder from link
    where school_id = ${tx.schoolId} and record_kind = 'person' and connection_id = ${source.connection} and source_kind = ${source.kind}
      and source_id = ${source.id} and end_reason is null`)
  return row?.holder
}
