import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { ClassFields } from './directory.ts'

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
