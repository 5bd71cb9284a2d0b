import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { parseDatabaseUrl, startEmbedded } from '../../src/db/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: TestServerPlace
  }
}

/** Where a test run keeps its databases: nothing is started until a test asks for one. */
export interface TestServerPlace {
  /** A PostgreSQL server given by TEST_DATABASE_URL; null = the embedded one. */
  readonly url: string | null
  /** This run's own folder, for the embedded server and for lock files. */
  readonly folder: string
  /** What the names of all of this run's databases begin with. */
  readonly prefix: string
}

/** Muster's roles belong to a whole server, so that all test runs on one server must agree on their passwords. */
export const TEST_KEY: Uint8Array = createHash('sha256').update('the key of all tests of Muster').digest()

let place: TestServerPlace | null = null

/** Vitest calls it before all tests. */
export function setup(project: TestProject): void {
  // biome-ignore lint/style/noProcessEnv: the one switch of the tests
  const url = process.env['TEST_DATABASE_URL'] || null
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-test-'))
  fs.chmodSync(folder, 0o711) // the database's account walks through it when the tests run as root
  place = { url, folder, prefix: `muster_test_${randomBytes(4).toString('hex')}_` }
  project.provide('databaseServer', place)
}

/** Vitest calls it after all tests: removes what they made. */
export async function teardown(): Promise<void> {
  if (place === null) return
  const { url, folder, prefix } = place
  await (url === null ? stopEmbeddedServer(folder) : dropDatabases(url, prefix))
  fs.rmSync(folder, { recursive: true, force: true })
}

async function stopEmbeddedServer(folder: string): Promise<void> {
  if (!fs.existsSync(path.join(folder, 'pg18', 'postmaster.pid'))) return
  const server = await startEmbedded({ dataDir: folder, log: () => {} })
  await server.stop()
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const { address, admin } = parseDatabaseUrl(url)
  const client = new pg.Client({ ...address, ...admin })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [prefix])
  for (const { name } of rows) await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`)
  await client.end()
}
