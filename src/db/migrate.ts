import type pg from 'pg'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { type DatabaseServer, LOGIN, OWNER, roleLogin, withClient } from './server.ts'

const MIGRATION_LOCK = 7_201_947

/**
 * Brings the schema up to this version, each migration in a transaction of its own. Refuses a schema that is newer than
 * this code understands. Processes that migrate at once wait for each other.
 */
export async function migrate(server: DatabaseServer): Promise<Result<{ readonly applied: readonly string[] }, Problem>> {
  const { user } = roleLogin(LOGIN, server)
  return withClient(server.address, roleLogin(OWNER, server), async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    if (await isAnothers(client)) return fail(problem('database.other_key'))
    await client.query(`create schema if not exists muster;
      grant usage on schema muster to muster_app, muster_across, ${user};
      create table if not exists muster.schema_migration (name text primary key, applied_at timestamptz not null);
      grant select on muster.schema_migration to ${user}`)
    const known = await appliedNames(client)
    if (isNewer(known)) return fail(problem('database.schema_newer'))
    const missing = MIGRATIONS.filter((it) => !known.includes(it.name))
    for (const { name, sql } of missing) {
      // row_security off: a backfill that row-level security would filter fails instead of changing nothing
      await client.query('begin; set local row_security = off')
      await client.query(sql)
      await client.query('insert into schema_migration values ($1, clock_timestamp())', [name])
      await client.query('commit')
    }
    return ok({ applied: missing.map((it) => it.name) })
  })
}

/** Whether the schema belongs to another role: it was made with another key, which alone opens what is sealed in it. */
async function isAnothers(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query("select 1 from pg_namespace where nspname = 'muster' and nspowner <> current_user::regrole")
  return rowCount === 1
}

/** Names of the migrations a database has had, in order. */
export async function appliedNames(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>('select name from muster.schema_migration order by name')
  return rows.map((it) => it.name)
}

/** Whether a database has had migrations that this code does not know. */
export function isNewer(applied: readonly string[]): boolean {
  return applied.some((name) => !MIGRATIONS.some((it) => it.name === name))
}

/** Whether a database has had every migration of this code. */
export function isCurrent(applied: readonly string[]): boolean {
  return MIGRATIONS.every((it) => applied.includes(it.name))
}
