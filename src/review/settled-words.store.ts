import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/**
 * Sets aside what people said before a merge and what the merge has settled: "not the same" of a record and a source record that
 * stand for one person now, and matches of a record with another source record than the one it is linked with.
 *
 * @param kept those whom others were merged into
 */
export async function settleWords(tx: SchoolTx, runId: string, kept: readonly string[]): Promise<void> {
  await tx.rows(sql`
    update veto v set settled_by = ${runId} from person p, link k
    where v.school_id = ${tx.schoolId} and v.settled_by is null and p.school_id = v.school_id and p.id = v.person_id
      and coalesce(p.merged_into, p.id) = any(${kept}::uuid[]) and k.school_id = v.school_id and k.record_kind = 'person'
      and k.record_id = coalesce(p.merged_into, p.id)::text and k.connection_id = v.connection_id and k.source_kind = v.source_kind
      and k.source_id = v.source_id and coalesce(k.end_reason, 'live') in ('live', 'merged', 'left', 'out_of_scope')`)
  await tx.rows(sql`
    update decision d set settled_by = ${runId} from person p, link k
    where d.school_id = ${tx.schoolId} and d.kind = 'match' and d.ended_at is null and d.settled_by is null and p.school_id = d.school_id
      and p.id::text = d.record_id and coalesce(p.merged_into, p.id) = any(${kept}::uuid[]) and k.school_id = d.school_id
      and k.record_kind = 'person' and k.record_id = coalesce(p.merged_into, p.id)::text and k.connection_id = d.connection_id
      and k.end_reason is null and k.source_id <> d.source_id`)
}

/** What a merge had settled of these people holds again: they are not one any more. */
export async function reviveWords(tx: SchoolTx, runId: string, personIds: readonly string[] | null): Promise<void> {
  await tx.rows(sql`
    update veto set settled_by = null
    where school_id = ${tx.schoolId} and settled_by = ${runId} and (${personIds}::uuid[] is null or person_id = any(${personIds}::uuid[]))`)
  await tx.rows(sql`
    update decision set settled_by = null
    where school_id = ${tx.schoolId} and settled_by = ${runId} and (${personIds}::text[] is null or record_id = any(${personIds}::text[]))`)
}
