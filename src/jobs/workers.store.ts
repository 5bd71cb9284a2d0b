import { sql } from 'kysely'
import type { Database } from '../db/index.ts'

/** What a worker's connections are called; a worker that dies takes its connections, and so its name, with it. */
export const WORKER_NAME = 'muster worker'

/** Whether any worker process is connected to this database. */
export async function isAnyWorkerConnected(database: Database): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`
    select 1 as one from pg_stat_activity where application_name = ${WORKER_NAME} and datname = current_database() limit 1`.execute(
    database.kysely,
  )
  return rows.length > 0
}
