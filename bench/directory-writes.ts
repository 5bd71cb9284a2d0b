import pg from 'pg'
import type { Database } from '../src/db/index.ts'

const TABLES = ['person', 'year_group', 'class', 'enrolment', 'link', 'directory_change']

/** The directory at one moment: how many rows each table has, and the transaction number from which on everything is later. */
export interface DirectoryMark {
  readonly transaction: string
  readonly rows: number
}

export async function markDirectory(database: Database): Promise<DirectoryMark> {
  const [mark] = await ask<DirectoryMark>(
    database,
    `select pg_snapshot_xmax(pg_current_snapshot())::text as transaction, (${counts()}) as rows`,
  )
  if (mark === undefined) throw new Error('no mark')
  return mark
}

/** How many rows of the directory were written since: by the transactions that wrote them, and those that are gone. */
export async function writtenSince(database: Database, mark: DirectoryMark): Promise<number> {
  const [now] = await ask<{ written: number; rows: number }>(
    database,
    `select (${counts(`where xmin::text::bigint >= ${BigInt(mark.transaction)}`)}) as written, (${counts()}) as rows`,
  )
  return (now?.written ?? 0) + Math.max(0, mark.rows - (now?.rows ?? 0))
}

function counts(where = ''): string {
  return TABLES.map((table) => `(select count(*)::integer from muster.${table} ${where})`).join(' + ')
}

async function ask<Row extends object>({ server }: Database, query: string): Promise<readonly Row[]> {
  const client = new pg.Client({ ...server.address, ...server.admin })
  await client.connect()
  const { rows } = await client.query<Row>(query)
  await client.end()
  return rows
}
