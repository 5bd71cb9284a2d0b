import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** What a run's own row does not say. */
export interface RunFacts {
  readonly id: string
  readonly format: string | null
  readonly dataFrom: Date | null
  /** No sync of the school had been applied before it. */
  readonly isFirst: boolean
  readonly undoneBy: string | null
  readonly messagesHeld: number
}

/** What the rows around these runs say about them, in one statement. */
export async function readRunFacts(tx: SchoolTx, runIds: readonly string[]): Promise<ReadonlyMap<string, RunFacts>> {
  if (runIds.length === 0) return new Map()
  const rows = await tx.rows(sql<RunFacts>`
    select r.id, coalesce(u.summary ->> 'format', c.kind) as format, coalesce(u.created_at, s.taken_at) as "dataFrom",
      not exists (
        select from run b where b.school_id = ${tx.schoolId} and b.purpose = 'sync' and b.state in ('applied', 'undone') and b.created_at < r.created_at
      ) as "isFirst",
      (select b.id from run b where b.school_id = ${tx.schoolId} and b.state = 'applied'
        and (b.undoes_run_id = r.id or (r.state = 'undone' and b.undoes_run_id = r.first_of))
        and not b.options ? 'onlyPerson' limit 1) as "undoneBy",
      (
        select count(*)::integer from outbox_message m where m.school_id = ${tx.schoolId} and m.run_id = r.id and m.state = 'held'
      ) as "messagesHeld"
    from run r
    left join upload u on u.school_id = r.school_id and u.id = r.upload_id
    left join connection c on c.school_id = r.school_id and c.id = r.connection_id
    left join snapshot s on s.school_id = r.school_id and s.connection_id = r.connection_id and s.number = r.snapshot
    where r.school_id = ${tx.schoolId} and r.id = any(${runIds}::uuid[])`)
  return new Map(rows.map((it) => [it.id, it]))
}
