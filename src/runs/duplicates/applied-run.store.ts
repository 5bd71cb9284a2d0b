import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import type { RunResult } from '../run.ts'

/** A merge, or a splitting, as a run that was applied when it was made: it is never open, and replaces nothing. */
export async function insertAppliedRun(
  tx: SchoolTx,
  run: { readonly id: string; readonly undoesRunId: string | null; readonly result: RunResult; readonly at: Date },
): Promise<void> {
  const options = { importNewStaff: null, importNewPupils: null, acceptMayMatch: null, applyWhenReady: false }
  await tx.rows(sql`
    insert into run (school_id, id, purpose, scope, state, connection_id, upload_id, undoes_run_id, options, result, actor, created_at, changed_at)
    values (${tx.schoolId}, ${run.id}, 'merge', 'all', 'applied', null, null, ${run.undoesRunId}, ${JSON.stringify(options)}::jsonb,
      ${JSON.stringify(run.result)}::jsonb, ${tx.scope.actor.id}, ${run.at}, ${run.at})`)
}

/** The change that merged a person who is merged now, and the run it was part of. */
export interface MergeOfPerson {
  readonly into: string
  readonly runId: string
  readonly at: Date
}

/** When and into whom these people were merged; whoever stands for themselves is missing. */
export async function mergesOfPeople(tx: SchoolTx, personIds: readonly string[]): Promise<ReadonlyMap<string, MergeOfPerson>> {
  const rows = await tx.rows(sql<MergeOfPerson & { readonly id: string }>`
    select distinct on (p.id) p.id, c.reason -> 'params' ->> 'into' as "into", c.run_id as "runId", c.at
    from person p join directory_change c on c.school_id = p.school_id and c.record_kind = 'person' and c.record_id = p.id::text
      and c.reason ->> 'code' = 'person.merged_away' and c.run_id is not null
    where p.school_id = ${tx.schoolId} and p.id = any(${personIds}::uuid[]) and p.merged_into is not null
    order by p.id, c.at desc, c.id desc`)
  return new Map(rows.map(({ id, ...it }) => [id, it]))
}
