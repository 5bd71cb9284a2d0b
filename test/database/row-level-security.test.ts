import { type Kysely, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acrossSchools, type Database, inInstallation, inSchool, intoSchool, OWNER, openDatabase, roleLogin } from '../../src/db/index.ts'
import { testMuster } from '../support/muster.ts'
import { schoolTables } from '../support/school-tables.ts'
import { busySchool, scopeOf } from '../support/two-schools.ts'

/** The only tables that may be read across schools, or the only columns of one: they hold no personal data. */
const ACROSS: Readonly<Record<string, string>> = {
  run: '*',
  run_progress: '*',
  schedule: '*',
  mail_due: '*',
  person_deletion: 'school_id, remove_on',
}

const muster = await testMuster()
const tables = await schoolTables(muster)
const names = tables.map((it) => it.name.replace(/^muster\./, ''))
let oak: string
let elm: string
/** One connection: whatever it did last, it does next. */
let pooled: Database

beforeAll(async () => {
  oak = await busySchool(muster, 'oak')
  elm = await busySchool(muster, 'elm')
  const opened = await openDatabase(muster.server, { applicationName: 'muster test pool', connectionsMax: 1 })
  if (!opened.ok) throw new Error(opened.failure.code)
  pooled = opened.value
})
afterAll(() => pooled.close())

/** How many rows the statement that every leak would be shows: all of them. */
const count = (table: string) => sql<{ rows: number }>`select count(*)::int as rows from ${sql.raw(`muster.${table}`)}`

async function countAs(kysely: Kysely<unknown>, table: string): Promise<number | undefined> {
  return kysely.transaction().execute(async (tx) => {
    await sql`set local role muster_app`.execute(tx)
    return (await count(table).execute(tx)).rows[0]?.rows
  })
}

function rowsOf(table: string, school: string): Promise<readonly { rows: number }[]> {
  return muster.ask(`select count(*)::int as rows from ${table} where school_id = $1`, [school])
}

describe('the tables of schools', () => {
  it('are all there, and none is outside the schema of Muster', () => {
    expect(names.length).toBeGreaterThanOrEqual(23)
    expect(tables.every((it) => /^(muster\.)?[a-z_]+$/.test(it.name))).toBe(true)
  })

  it('are all that name a school, but for two of the installation that are asked before the school is known', async () => {
    const naming = await muster.ask<{ name: string }>(`
      select distinct f.conrelid::regclass::text as name from pg_constraint f
      where f.contype = 'f' and f.confrelid = 'muster.school'::regclass order by 1`)
    const others = naming.map((it) => it.name.replace(/^muster\./, '')).filter((it) => !names.includes(it))
    expect(others).toEqual(['invitation', 'role_grant'])
  })

  it.each(names)('%s: has row-level security, for its owner too, and rows of two schools', async (table) => {
    expect(tables[names.indexOf(table)]).toMatchObject({ isProtected: true, isForced: true })
    for (const school of [oak, elm]) expect((await rowsOf(table, school))[0]?.rows, school).toBeGreaterThan(0)
  })

  it.each(names)("%s: the product's own connection sees rows of its school only", async (table) => {
    const [own] = await rowsOf(table, oak)
    const seen = async (school: string, whose: string): Promise<number | undefined> =>
      inSchool(pooled, scopeOf(school), async (tx) => {
        const rows = await tx.rows(sql<{ rows: number }>`
          select count(*)::int as rows from ${sql.table(table)} where school_id = ${whose}::uuid`)
        return rows[0]?.rows
      })
    expect(await countAs(muster.database.kysely, table), 'no school set').toBe(0)
    expect(await inInstallation(pooled, async (tx) => (await tx.rows(count(table)))[0]?.rows), 'no school set').toBe(0)
    expect(await seen(elm, oak), 'another school set').toBe(0)
    expect(await seen(oak, oak), 'its own school').toBe(own?.rows)
    expect(await countAs(pooled.kysely, table), 'a connection just used by another school').toBe(0)
  })

  it.each(names)('%s: a transaction that goes on in another school sees that school only, and nothing of the first', async (table) => {
    const [oaks, elms] = [(await rowsOf(table, oak))[0]?.rows, (await rowsOf(table, elm))[0]?.rows]
    const all = sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table)}`
    const seen = await inInstallation(pooled, async (tx) => {
      const inOak = await intoSchool(tx, scopeOf(oak))
      const first = (await inOak.rows(all))[0]?.rows
      const inElm = await intoSchool(inOak, scopeOf(elm))
      return [first, (await inElm.rows(all))[0]?.rows, (await inOak.rows(all))[0]?.rows]
    })
    expect(seen).toEqual([oaks, elms, elms])
  })

  it.each(names)('%s: without a role there is no permission, rather than an empty page', async (table) => {
    await expect(count(table).execute(pooled.kysely)).rejects.toThrow('permission denied')
    await expect(sql`delete from ${sql.table(table)}`.execute(pooled.kysely)).rejects.toThrow('permission denied')
  })

  it.each(names)("%s: another school's rows are not changed, not taken and not added", async (table) => {
    const [before] = await rowsOf(table, oak)
    await inSchool(pooled, scopeOf(elm), async (tx) => {
      const mayDelete = await tx.rows(sql<{ it: boolean }>`select has_table_privilege(${`muster.${table}`}, 'delete') as it`)
      if (mayDelete[0]?.it) await tx.rows(sql`delete from ${sql.table(table)} where school_id = ${oak}::uuid`)
      if (mayDelete[0]?.it) await tx.rows(sql`update ${sql.table(table)} set school_id = ${elm}::uuid where school_id = ${oak}::uuid`)
    })
    const add = inSchool(pooled, scopeOf(elm), (tx) => tx.rows(copyRow(table)))
    await expect(add).rejects.toThrow('row-level security')
    const give = inSchool(pooled, scopeOf(elm), (tx) => tx.rows(sql`update ${sql.table(table)} set school_id = ${oak}::uuid`))
    await expect(give).rejects.toThrow(/row-level security|permission denied/)
    expect((await rowsOf(table, oak))[0]).toEqual(before)

    /** A row of our own, as one of the other school's. */
    function copyRow(name: string) {
      return sql`insert into ${sql.table(name)} overriding system value
        select (jsonb_populate_record(it, jsonb_build_object('school_id', ${oak}::text))).* from ${sql.table(name)} it limit 1`
    }
  })

  it.each(names)('%s: the owner of the tables sees nobody without a school', async (table) => {
    const client = new pg.Client({ ...muster.server.address, ...roleLogin(OWNER, muster.server) })
    await client.connect()
    try {
      expect((await client.query(`select count(*)::int as rows from muster.${table}`)).rows).toEqual([{ rows: 0 }])
    } finally {
      await client.end()
    }
  })
})

describe('acrossSchools', () => {
  const across = (query: RawBuilder<unknown>) => acrossSchools(pooled, 'a test of what it may not', (tx) => tx.rows(query))

  it.each(names)('%s: is read across schools only where it holds no personal data, and never written', async (table) => {
    const read = across(sql`select distinct school_id from ${sql.table(table)}`)
    if (table in ACROSS) expect(await read).toHaveLength(2)
    else await expect(read).rejects.toThrow('permission denied')
    for (const write of [sql`delete from ${sql.table(table)}`, sql`insert into ${sql.table(table)} default values`])
      await expect(across(write)).rejects.toThrow(/permission denied|read-only/)
  })

  it('shows no name, birth date, e-mail address or id of anybody', async () => {
    const rows = await Promise.all(
      Object.entries(ACROSS).map(([table, columns]) =>
        across(sql`select row_to_json(it)::text as text from (select ${sql.raw(columns)} from ${sql.table(table)}) it`),
      ),
    )
    await expect(across(sql`select person_id from person_deletion`)).rejects.toThrow('permission denied')
    const people = await muster.ask<{ words: string[] }>(
      `select array_remove(array[first_name, last_name, birth_date::text, email, username, upn, id::text], null) as words from person`,
    )
    expect(people.length).toBeGreaterThan(20)
    for (const { words } of people) for (const word of words) expect(JSON.stringify(rows)).not.toContain(word)
  })
})
