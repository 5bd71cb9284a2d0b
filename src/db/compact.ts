import type pg from 'pg'
import { type DatabaseServer, OWNER, roleLogin, withClient } from './server.ts'

/** Told of each table before it is written anew: its name, its place from 1, and how many there are. */
export type OnTable = (name: string, place: number, of: number) => void

/**
 * Writes every table of Muster and of its queue anew, without the rows that are gone: PostgreSQL keeps their bytes in its files until it needs
 * the room. Where the administrator is a superuser, as with the embedded database, the samples that it keeps of columns too, and everything is
 * on disk when it is done. The write-ahead log still has what was written, until it is used again. Each table is locked meanwhile.
 *
 * Source: PostgreSQL manual, VACUUM (FULL), and 53.51 pg_statistic.
 */
export async function compact(server: DatabaseServer, onTable: OnTable): Promise<void> {
  await withClient(server.address, roleLogin(OWNER, server), async (client) => {
    const names = await ownTables(client)
    for (const [at, name] of names.entries()) {
      onTable(name, at + 1, names.length)
      await client.query(`vacuum (full, analyze) ${name}`)
    }
  })
  await withClient(server.address, server.admin, async (client) => {
    const { rows } = await client.query<{ is: boolean }>('select rolsuper as is from pg_roles where rolname = current_user')
    if (rows[0]?.is !== true) return
    await client.query('vacuum full pg_catalog.pg_statistic')
    await client.query('checkpoint')
  })
}

async function ownTables(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm') and c.relowner = current_user::regrole and c.relpersistence <> 't' order by 1`)
  return rows.map((it) => it.name)
}
