import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { foldName } from '../kernel/index.ts'
import type { EnrolmentRole } from '../roster/index.ts'
import type { ClassFields, Enrolment } from './directory.ts'

/** One class we hold, as an edit by hand meets it. */
export interface ClassForEdit {
  readonly fields: ClassFields
  /** How often the class was changed: what `If-Match` says of it. */
  readonly version: number
}

/** One class; undefined: the school has no such class. */
export async function readClassForEdit(tx: SchoolTx, classId: string): Promise<ClassForEdit | undefined> {
  const [row] = await tx.rows(sql<ClassFields>`
    select kind, name, code, description, year_groups as "yearGroups", is_archived as "isArchived", local_fields as "localFields"
    from class where school_id = ${tx.schoolId} and id = ${classId}`)
  return row === undefined ? undefined : { fields: row, version: await versionOfClass(tx, classId) }
}

/** How often a class was changed since it was made; the making counts. */
export async function versionOfClass(tx: SchoolTx, classId: string): Promise<number> {
  const [row] = await tx.rows(sql<{ version: number }>`
    select count(*)::integer as version from directory_change
    where school_id = ${tx.schoolId} and record_kind = 'class' and record_id = ${classId}`)
  return row?.version ?? 0
}

/** Whether a class of a source stands for this one now. */
export async function isSyncedClass(tx: SchoolTx, classId: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from link where school_id = ${tx.schoolId} and record_kind = 'class' and record_id = ${classId} and end_reason is null limit 1`)
  return rows.length > 0
}

/** Whether a group that is not archived has this name; folded, as names are compared. */
export async function hasGroupNamed(tx: SchoolTx, folded: string): Promise<boolean> {
  const rows = await tx.rows(sql<{ name: string }>`
    select name from class where school_id = ${tx.schoolId} and kind = 'group' and not is_archived`)
  return rows.some((it) => foldName(it.name) === folded)
}

/** A place in a class. */
export type Membership = Enrolment & { readonly personId: string }

/** Everybody in a class, leavers too. */
export async function membershipsOf(tx: SchoolTx, classId: string): Promise<readonly Membership[]> {
  return tx.rows(sql<Membership>`
    select person_id as "personId", class_id as class, role, is_primary as "isPrimary" from enrolment
    where school_id = ${tx.schoolId} and class_id = ${classId} order by person_id, role`)
}

/** Of these people who may go into a group, and as what; who is merged into somebody, or waits to be deleted, is not in the answer. */
export async function peopleForGroup(
  tx: SchoolTx,
  people: readonly string[],
): Promise<readonly { readonly personId: string; readonly role: EnrolmentRole }[]> {
  return tx.rows(sql<{ personId: string; role: EnrolmentRole }>`
    select id as "personId", case kind when 'staff' then 'teacher' else 'pupil' end as role from person p
    where school_id = ${tx.schoolId} and id = any(${[...people]}::uuid[]) and merged_into is null
      and not exists (select from person_deletion d where d.school_id = p.school_id and d.person_id = p.id) order by id`)
}
