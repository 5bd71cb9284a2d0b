import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import type { PersonKind } from '../../roster/index.ts'

/** Which of these ids are people of the school that stand for themselves, and of which kind. */
export async function kindsOfPeople(tx: SchoolTx, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonKind>> {
  const rows = await tx.rows(sql<{ id: string; kind: PersonKind }>`
    select id, kind from person where school_id = ${tx.schoolId} and id = any(${personIds}::uuid[]) and merged_into is null`)
  return new Map(rows.map((it) => [it.id, it.kind]))
}
