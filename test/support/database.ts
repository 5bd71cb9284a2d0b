import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import {
  type Database,
  type DatabaseServer,
  migrate,
  openDatabase,
  parseDatabaseUrl,
  provision,
  startEmbedded,
} from '../../src/db/index.ts'
import { TEST_KEY } from './database-server.ts'

/** A migrated database of a test file's own. */
export interface TestDatabase {
  /** As the product sees it. */
  readonly database: Database
  /** To open it once more, or to look behind the scenes as its administrator. */
  readonly server: DatabaseServer
}

/** Held while Muster's roles or a template are being made: one lock for all runs on a server. Any fixed number. */
const TEST_LOCK = 7_201_999

/**
 * Makes a database for the calling test file, a copy of a migrated template, and drops it after the file's last test.
 * Call it at the top of the file: `const { database } = await testDatabase()`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await emptyDatabaseServer()
  const { prefix } = inject('databaseServer')
  await asAdmin(postgresOf(server), async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEST_LOCK])
    await ensureTemplate(client, inDatabase(server, `${prefix}template`))
    await client.query(`create database ${server.address.database} template ${prefix}template`)
    await provision(server) // a copy has not the grants and settings of its template
  })
  const opened = await openDatabase(server, { applicationName: 'muster test' })
  if (!opened.ok) throw new Error(opened.failure.code)
  const database = opened.value
  afterAll(async () => {
    await database.close()
    await dropDatabase(server)
  })
  return { database, server }
}

/** A server with the name of a database that does not exist yet, for tests that make one themselves. */
export async function emptyDatabaseServer(): Promise<DatabaseServer> {
  const { url, folder, prefix } = inject('databaseServer')
  const { address, admin } = url === null ? await embeddedServer(folder) : parseDatabaseUrl(url)
  return inDatabase({ address, admin, key: TEST_KEY }, `${prefix}${randomBytes(6).toString('hex')}`)
}

/** Removes a database that a test has made, whoever is connected to it. */
export async function dropDatabase(server: DatabaseServer): Promise<void> {
  await asAdmin(postgresOf(server), (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(server.address.database)} with (force)`),
  )
}

/** One connection as the server's administrator, for whom row-level security does not hold. */
export async function asAdmin<Value>(server: DatabaseServer, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ ...server.address, ...server.admin })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The embedded server of this test run: the first file that asks starts it, the global set-up stops it. */
async function embeddedServer(folder: string): Promise<Pick<DatabaseServer, 'address' | 'admin'>> {
  const { host, port, database, user, password } = (await startEmbedded({ dataDir: folder, log: () => {} })).admin
  return { address: { host, port, database, ssl: false }, admin: { user, password } }
}

async function ensureTemplate(client: pg.Client, template: DatabaseServer): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template.address.database])
  if (rowCount === 1) return
  const migrated = await migrate(await provision(template))
  if (!migrated.ok) throw new Error(migrated.failure.code)
}

function inDatabase(server: DatabaseServer, database: string): DatabaseServer {
  return { ...server, address: { ...server.address, database } }
}

/** `create database` and `drop database` run from another database. */
function postgresOf(server: DatabaseServer): DatabaseServer {
  return inDatabase(server, 'postgres')
}
