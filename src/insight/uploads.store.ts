import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { PROBLEMS } from '../kernel/index.ts'
import type { RowCounts, UploadEntry } from '../snapshots/index.ts'
import type { Part } from './history.store.ts'

/** Codes of what is wrong; a row may also be right and not for us, such as a parent's. */
export const WRONG: ReadonlySet<string> = new Set(Object.entries(PROBLEMS).flatMap(([code, { status }]) => (status < 400 ? [] : [code])))

/** What has been uploaded, with what came of it. */
export interface UploadFacts extends UploadEntry {
  readonly actor: string
  /** What was read is still there. */
  readonly isKept: boolean
  /** Somebody took it away before anything came of it. */
  readonly isTakenAway: boolean
  /** What is wrong with its rows, while it is kept. */
  readonly problems: number
  readonly runId: string | null
}

/**
 * The upload history, newest first, and how long it is. A run that has compared the rows with the school knows better than the
 * reader which of them were used, so its counts stand where there are some. An upload led to its newest sync, else its newest look.
 */
export async function listUploadFacts(
  tx: SchoolTx,
  { id = null, offset, limit }: Part & { readonly id?: string | null },
): Promise<{ readonly items: readonly UploadFacts[]; readonly total: number }> {
  const filter = sql`e.school_id = ${tx.schoolId} and (${id}::uuid is null or e.id = ${id}::uuid)`
  const items = await tx.rows(sql<UploadFacts & { readonly rows: RowCounts }>`
    select e.id, e.actor, e.file_name as "fileName", e.is_for_rehearsal as "isForRehearsal", e.created_at as "createdAt",
      coalesce(r.result -> 'rows', e.rows) as rows, r.id as "runId", u.id is not null as "isKept", e.taken_away_at is not null as "isTakenAway",
      (select count(*)::integer from read_problem p where p.school_id = e.school_id and p.upload_id = e.id
        and p.line is not null and p.code = any(${[...WRONG]})) as problems
    from upload_entry e
    left join upload u on u.school_id = e.school_id and u.id = e.id
    left join lateral (
      select id, result from run where school_id = e.school_id and upload_id = e.id and held_from is null
      order by purpose = 'sync' desc, created_at desc, id desc limit 1
    ) r on true
    where ${filter} order by e.created_at desc, e.id desc limit ${limit} offset ${offset}`)
  const [counted] = await tx.rows(sql<{ total: number }>`select count(*)::integer as total from upload_entry e where ${filter}`)
  return { items, total: counted?.total ?? 0 }
}
