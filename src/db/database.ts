import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { fail, ok, type Problem, type Result } from '../kernel/index.ts'
import type { SchoolScope } from '../permission/index.ts'
import { appliedNames, isCurrent, isNewer, migrate } from './migrate.ts'
import { provision } from './provision.ts'
import { refuseIfItReadsAcross } from './reads-across.ts'
import { type DatabaseServer, LOGIN, roleLogin, withOwnRoles } from './server.ts'

/** An open Muster database. Has a lifetime: close it. */
export interface Database {
  readonly server: DatabaseServer
  /** The product's own connections (`muster_login`). Stores use `inSchool`, `acrossSchools` and `inInstallation` instead. */
  readonly kysely: Kysely<unknown>
  close(): Promise<void>
}

/** How a process connects. */
export interface OpenOptions {
  /** Shown in `pg_stat_activity`, such as `muster worker`. */
  readonly applicationName: string
  readonly connectionsMax?: number
}

/** A transaction as stores see it. */
export interface Tx {
  /** Runs one statement and gives its rows. */
  rows<Row>(query: RawBuilder<Row>): Promise<readonly Row[]>
}

/** A transaction that sees one school only. */
export interface SchoolTx extends Tx {
  readonly scope: SchoolScope
  readonly schoolId: string
}

/** Opens the database; makes roles, schema and tables first where they are missing. */
export async function openDatabase(server: DatabaseServer, options: OpenOptions): Promise<Result<Database, Problem>> {
  for (const it of [server, withOwnRoles(server)]) if (await isReady(it)) return connect(it, options)
  const provisioned = await provision(server)
  const migrated = await migrate(provisioned)
  return migrated.ok ? connect(provisioned, options) : migrated
}

async function connect(server: DatabaseServer, options: OpenOptions): Promise<Result<Database, Problem>> {
  const pool = new pg.Pool({
    ...server.address,
    ...roleLogin(LOGIN, server),
    application_name: options.applicationName,
    max: options.connectionsMax ?? 8,
    types: { getTypeParser: typeParser },
  })
  // a server that stops must not end the process: the next query says so
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {})) // the pool itself listens to connections at rest only
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const database = { server, kysely, close: () => kysely.destroy() }
  const refusal = await refuseIfItReadsAcross(kysely)
  if (refusal === null) return ok(database)
  await database.close()
  return fail(refusal)
}

/** Work in one school: row-level security shows and takes that school's rows only. */
export async function inSchool<Value>(database: Database, scope: SchoolScope, work: (tx: SchoolTx) => Promise<Value>): Promise<Value> {
  return database.kysely.transaction().execute(async (transaction) => {
    await sql.raw(`set local role muster_app; ${schoolIs(scope)}`).execute(transaction)
    return work({ ...rowsOf(transaction), scope, schoolId: scope.schoolId })
  })
}

/**
 * Goes on in one school, in a transaction that began in the installation or in another school: what is done in all of them
 * holds or falls together. Earlier views of the same transaction see this school only from here on.
 */
export async function intoSchool(tx: Tx, scope: SchoolScope): Promise<SchoolTx> {
  await tx.rows(sql.raw(schoolIs(scope)))
  return { rows: tx.rows, scope, schoolId: scope.schoolId }
}

/** SET LOCAL with a literal, never set_config: Citus forwards only this; the scope's id was checked to be a UUID. */
function schoolIs(scope: SchoolScope): string {
  return `set local muster.school_id = ${pg.escapeLiteral(scope.schoolId)}`
}

/** Reading from the tables that belong to no school (`school`, `school_group`), and adding a school. */
export async function inInstallation<Value>(database: Database, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return database.kysely.transaction().execute(async (transaction) => {
    await sql.raw('set local role muster_app').execute(transaction)
    return work(rowsOf(transaction))
  })
}

/** Reading across schools, through a role that sees only tables without personal data. `reason` says why, for the reader. */
export async function acrossSchools<Value>(database: Database, _reason: string, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return database.kysely.transaction().execute(async (transaction) => {
    await sql.raw('set local role muster_across; set transaction read only').execute(transaction)
    return work(rowsOf(transaction))
  })
}

function rowsOf(transaction: Transaction<unknown>): Tx {
  return { rows: async (query) => (await query.execute(transaction)).rows }
}

/** False where the database, our roles or some migration are missing. */
async function isReady(server: DatabaseServer): Promise<boolean> {
  const client = new pg.Client({ ...server.address, ...roleLogin(LOGIN, server), connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const applied = await appliedNames(client)
    return isCurrent(applied) && !isNewer(applied)
  } catch (error) {
    // 3D000 no database, 28P01/28000 no login, 42P01/3F000 no table or schema, 42501 no right yet
    if (error instanceof pg.DatabaseError && ['3D000', '28P01', '28000', '42P01', '3F000', '42501'].includes(error.code ?? '')) return false
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

/** A birth date is a calendar date: read as the text `YYYY-MM-DD`, never through a time zone. OID 1082 is `date`. */
function typeParser(oid: number, format?: 'text' | 'binary'): ReturnType<typeof pg.types.getTypeParser> {
  if (oid === 1082) return (text: string) => text
  return pg.types.getTypeParser(oid, format)
}
