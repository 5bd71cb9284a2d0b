import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, inject } from 'vitest'
import { type Parts, runMuster } from '../../src/cli/index.ts'
import type { Environment } from '../../src/config/index.ts'
import type { Database, DatabaseServer } from '../../src/db/index.ts'
import type { NoSchoolReport, SchoolReport } from '../../src/runs/index.ts'
import { asAdmin, testDatabase } from './database.ts'
import { TEST_KEY } from './database-server.ts'
import { testIo } from './io.ts'

/** What a command did and said. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface Synced extends Ran {
  /** One for each school. */
  readonly schools: readonly SchoolReport[]
  /** The first school's. */
  readonly school: SchoolReport
  readonly rest: NoSchoolReport
}

/** An installation of a test file's own, on the database server of the test run, driven by its command line in this process. */
export interface TestMuster {
  readonly database: Database
  readonly server: DatabaseServer
  /** What a process of `muster` needs to work on the same installation. */
  readonly environment: Environment
  /** For files: removed after the test file. */
  readonly folder: string
  run(...words: readonly string[]): Promise<Ran>
  /** `sync --json`, its lines read. */
  sync(source: string, ...words: readonly string[]): Promise<Synced>
  /** As the server's administrator, who sees every school. Tables of Muster need no `muster.` in front. */
  ask<Row extends object>(statement: string, values?: readonly unknown[]): Promise<readonly Row[]>
}

/** Loaded by the commands that need them: most do not. */
export const PARTS: Parts = {
  startServer: async (options) => (await import('../../src/http/index.ts')).startServer(options),
  startWorker: async (options) => (await import('../../src/runs/index.ts')).workOnRuns(options),
}

/** Makes an installation without schools. Call it at the top of the file. */
export async function testMuster(): Promise<TestMuster> {
  const { database, server } = await testDatabase()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-files-'))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
  const environment = { DATABASE_URL: urlOf(server), MUSTER_KEY: Buffer.from(TEST_KEY).toString('base64') }
  const run = async (...words: readonly string[]): Promise<Ran> => {
    const io = testIo(environment)
    const code = await runMuster(words, io, PARTS)
    return { code, out: io.outText(), err: io.errText() }
  }
  const ask = <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    asAdmin(server, async (client) => {
      await client.query('set search_path = muster, public')
      return (await client.query<Row>(statement, [...values])).rows
    })
  const sync = async (source: string, ...words: readonly string[]) => readLines(await run('sync', '--source', source, '--json', ...words))
  return { database, server, environment, folder, run, ask, sync }
}

/** The output of `sync --json`. */
export function readLines(ran: Ran): Synced {
  // the command writes reports of schools and one of no school: their types are its contract
  const lines = ran.out
    .split('\n')
    .filter((it) => it !== '')
    .map((it) => JSON.parse(it) as SchoolReport | NoSchoolReport)
  const schools = lines.filter((it) => it.school !== null)
  const rest = lines.find((it) => it.school === null)
  const [school] = schools
  if (school === undefined || rest === undefined) throw new Error(`sync told nothing of a school: ${ran.out}${ran.err}`)
  return { ...ran, schools, school, rest }
}

/** Words for `approve` that let the first part on hold of a report go on. */
export function heldPart({ held: [part] }: SchoolReport): readonly [string, string, string] {
  if (part === undefined) throw new Error('nothing is on hold')
  return [String(part.run), '--plan', part.plan]
}

/** The address of a test database as DATABASE_URL takes it. */
function urlOf({ address, admin }: DatabaseServer): string {
  const { url } = inject('databaseServer')
  if (url !== null) return Object.assign(new URL(url), { pathname: `/${address.database}` }).href
  const login = `${admin.user}:${encodeURIComponent(admin.password)}`
  return `postgres://${login}@/${address.database}?host=${encodeURIComponent(address.host)}&port=${address.port}`
}
