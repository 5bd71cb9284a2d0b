import { describe, expect, it } from 'vitest'
import { asAdmin, testDatabase } from './database.ts'

const first = await testDatabase()
const second = await testDatabase()

describe('testDatabase', () => {
  it('gives every caller a migrated database of its own', async () => {
    expect(first.server.address.database).not.toBe(second.server.address.database)
    await asAdmin(first.server, (client) => client.query('create table only_here ()'))
    const { rows } = await asAdmin(second.server, (client) =>
      client.query("select to_regclass('only_here') as it, to_regclass('muster.schema_migration')::text as migrations"),
    )
    expect(rows).toEqual([{ it: null, migrations: 'muster.schema_migration' }])
  })
})
