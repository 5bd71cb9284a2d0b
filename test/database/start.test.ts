import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseServer, migrate, openDatabase, provision, startEmbedded } from '../../src/db/index.ts'
import { asAdmin, dropDatabase, emptyDatabaseServer } from '../support/database.ts'
import { TEST_KEY } from '../support/database-server.ts'
import { testMuster } from '../support/muster.ts'

const muster = await testMuster()

/** The problem with which a process that opens this database is refused; null where it is let in. */
async function refusal(server: DatabaseServer): Promise<string | null> {
  const opened = await openDatabase(server, { applicationName: 'muster test' })
  if (!opened.ok) return opened.failure.code
  await opened.value.close()
  return null
}

async function refusalAfter(server: DatabaseServer, statement: string, undo: string): Promise<string | null> {
  await asAdmin(server, (client) => client.query(statement))
  try {
    return await refusal(server)
  } finally {
    await asAdmin(server, (client) => client.query(undo))
  }
}

describe('a process whose own connection could read across schools', () => {
  it.each([
    ['a right to read a table', 'grant select on muster.person to muster_login', 'revoke select on muster.person from muster_login'],
    [
      'a right to read one column',
      'grant select (last_name) on muster.person to muster_login',
      'revoke select (last_name) on muster.person from muster_login',
    ],
    ['a right that everybody has', 'grant select on muster.link to public', 'revoke select on muster.link from public'],
    [
      'row-level security turned off',
      'alter table muster.enrolment disable row level security',
      'alter table muster.enrolment enable row level security',
    ],
    [
      'row-level security not forced',
      'alter table muster.plan no force row level security',
      'alter table muster.plan force row level security',
    ],
    ['a policy that shows everything', 'create policy all_of_it on muster.person using (true)', 'drop policy all_of_it on muster.person'],
  ])('does not start: %s', async (_name, statement, undo) => {
    expect(await refusalAfter(muster.server, statement, undo)).toBe('database.reads_across_schools')
    expect(await refusal(muster.server)).toBeNull()
  })

  // roles belong to a whole server: these are tried on one that nobody else uses
  describe('through its roles', () => {
    let own: DatabaseServer
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-roles-'))
    const stops: (() => Promise<void>)[] = []

    beforeAll(async () => {
      fs.chmodSync(dataDir, 0o755)
      const { admin, stop } = await startEmbedded({ dataDir, log: () => {} })
      stops.push(stop)
      const { host, port, user, password } = admin
      own = { address: { host, port, database: 'muster', ssl: false }, admin: { user, password }, key: TEST_KEY }
      expect(await refusal(own)).toBeNull()
    })
    afterAll(async () => {
      for (const stop of stops) await stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    })

    it.each([
      ['superuser', 'alter role muster_login superuser', 'alter role muster_login nosuperuser'],
      ['bypassrls', 'alter role muster_login bypassrls', 'alter role muster_login nobypassrls'],
      ['the role of every statement bypasses', 'alter role muster_app bypassrls', 'alter role muster_app nobypassrls'],
      ['it may become the owner', 'grant muster_owner to muster_login', 'revoke muster_owner from muster_login'],
      ['it may become a superuser', 'grant muster_admin to muster_login', 'revoke muster_admin from muster_login'],
    ])('does not start: %s', async (_name, statement, undo) => {
      expect(await refusalAfter(own, statement, undo)).toBe('database.reads_across_schools')
      expect(await refusal(own)).toBeNull()
    })
  })
})

describe('a schema that is newer than the code', () => {
  it('is refused, and left as it is', async () => {
    const add = `insert into muster.schema_migration values ('9999-later', now())`
    const remove = `delete from muster.schema_migration where name = '9999-later'`
    expect(await refusalAfter(muster.server, add, remove)).toBe('database.schema_newer')
    await muster.ask(add)
    const { code, err } = await muster.run('history')
    expect(code).toBe(1)
    expect(err).toContain('newer version of Muster')
    await muster.ask(remove)
  })
})

describe('migrations', () => {
  const schemaOf = (server: DatabaseServer) =>
    asAdmin(server, async (client) => {
      const { rows } = await client.query<object>(`
        select attrelid::regclass::text, attname, atttypid::regtype::text, attnotnull from pg_attribute
        where attrelid in (select oid from pg_class where relnamespace = 'muster'::regnamespace) and attnum > 0 order by 1, attnum`)
      const { rows: migrations } = await client.query<object>('select name, applied_at from muster.schema_migration order by name')
      return { rows, migrations }
    })

  it('once and twice are the same, and so are many at once', async () => {
    const server = await emptyDatabaseServer()
    try {
      await provision(server)
      const all = await Promise.all([1, 2, 3, 4].map(() => migrate(server)))
      const applied = all.map((it) => (it.ok ? it.value.applied.length : -1)).sort((a, b) => a - b)
      expect(applied.slice(0, 3)).toEqual([0, 0, 0])
      expect(applied[3]).toBeGreaterThanOrEqual(5)
      const once = await schemaOf(server)
      expect(await migrate(server)).toEqual({ ok: true, value: { applied: [] } })
      expect(await schemaOf(server)).toEqual(once)
      expect(once.rows).toEqual((await schemaOf(muster.server)).rows)
    } finally {
      await dropDatabase(server)
    }
  })

  it('an empty database is opened by many processes at once', async () => {
    const server = await emptyDatabaseServer()
    try {
      expect(await Promise.all([1, 2, 3, 4].map(() => refusal(server)))).toEqual([null, null, null, null])
    } finally {
      await dropDatabase(server)
    }
  })
})
