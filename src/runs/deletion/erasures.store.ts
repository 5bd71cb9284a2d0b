import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import type { PersonKind } from '../../roster/index.ts'

/** The receipt of somebody who is gone for good: what went, and nothing of who they were. */
export interface Erasure {
  readonly id: string
  /** Stands for nobody any more; the person's page was under it. */
  readonly personId: string
  readonly kind: PersonKind
  /** Their time had run out, or somebody asked for it in writing. */
  readonly why: 'retention' | 'request'
  readonly reference: string | null
  readonly actor: string
  readonly at: Date
  /** Rows that went, by what kept them. */
  readonly erased: Readonly<Record<string, number>>
}

/** Keeps a receipt. */
export async function insertErasure(tx: SchoolTx, it: Erasure): Promise<void> {
  await tx.rows(sql`
    insert into erasure (school_id, id, person_id, kind, why, reference, actor, at, erased)
    values (${tx.schoolId}, ${it.id}, ${it.personId}, ${it.kind}, ${it.why}, ${it.reference}, ${it.actor}, ${it.at}, ${JSON.stringify(it.erased)}::jsonb)`)
}

/** The receipts of the school, the newest first, and how many there are. */
export async function listErasures(
  tx: SchoolTx,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly items: readonly Erasure[]; readonly total: number }> {
  const [row] = await tx.rows(sql<{ total: number }>`select count(*)::integer as total from erasure where school_id = ${tx.schoolId}`)
  const items = await tx.rows(sql<Erasure>`
    select id, person_id as "personId", kind, why, reference, actor, at, erased from erasure
    where school_id = ${tx.schoolId} order by at desc, id desc offset ${offset} limit ${limit}`)
  return { items, total: row?.total ?? 0 }
}
