import pg from 'pg'
import type { Database } from '../src/db/index.ts'

const TABLES = ['person', 'year_group', 'class', 'enrolment', 'link', 'directory_change']

/** How many rows have ever been written to the tables of the directory, as PostgreSQL itself counts. */
export async function directoryWrites({ server }: Database): Promise<number> {
  const client = new pg.Client({ ...server.address, ...server.admin })
  await client.connect()
  await client.query('select pg_stat_force_next_flush()').catch(() => {}) // from version 15 on
  const { rows } = await client.query<{ count: number }>(
    'select sum(n_tup_ins + n_tup_upd + n_tup_del)::integer as count from pg_stat_user_tables where relname = any($1)',
    [TABLES],
  )
  await client.end()
  return rows[0]?.count ?? 0
}
