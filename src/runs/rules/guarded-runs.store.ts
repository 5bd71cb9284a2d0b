import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import type { RunResult } from '../run.ts'

/** A run whose plan guards have looked at, and what they counted in it. */
export interface GuardedRun {
  readonly at: Date
  readonly guarded: NonNullable<RunResult['guarded']>
}

/** The school's last such runs, newest first. A sync that came after a check counts once: as the check. */
export async function readGuardedRuns(tx: SchoolTx, limit: number): Promise<readonly GuardedRun[]> {
  return tx.rows(sql<GuardedRun>`
    select created_at as at, result -> 'guarded' as guarded from run
    where school_id = ${tx.schoolId} and purpose in ('sync', 'check') and result ? 'guarded' and not options ? 'byItself'
    order by created_at desc, id desc limit ${limit}`)
}
