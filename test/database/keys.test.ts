import { describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { schoolTables } from '../support/school-tables.ts'

const muster = await testMuster()
const tables = await schoolTables(muster)

interface ForeignKey {
  readonly name: string
  /** Columns of the table, and those they name in the other, pair by pair. */
  readonly columns: readonly string[]
  readonly referred: readonly string[]
  readonly to: string
}

const foreignKeys = await muster.ask<ForeignKey>(`
  select f.conname::text as name, f.confrelid::regclass::text as to,
    array(select a.attname::text from unnest(f.conkey) with ordinality as k(attnum, place)
          join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum order by place) as columns,
    array(select a.attname::text from unnest(f.confkey) with ordinality as k(attnum, place)
          join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum order by place) as referred
  from pg_constraint f
  where f.contype = 'f' and f.conrelid in (select attrelid from pg_attribute where attname = 'school_id' and not attisdropped)
    and f.conparentid = 0
  order by 1`)

const uniqueIndexes = await muster.ask<{ name: string; first: string }>(`
  select i.indexrelid::regclass::text as name, a.attname::text as first
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
  where i.indisunique and i.indrelid in (select attrelid from pg_attribute where attname = 'school_id' and not attisdropped)
    and i.indrelid in (select oid from pg_class where relnamespace = 'muster'::regnamespace)
  order by 1`)

/** What belongs to the installation and not to a school: it says nothing of anybody. */
const OF_INSTALLATION = /^(muster\.)?application$/

describe('keys', () => {
  it.each(tables)('$name: the school comes first in the primary key', ({ key }) => {
    expect(key[0]).toBe('school_id')
  })

  it('the catalogue shows foreign keys', () => {
    expect(foreignKeys.length).toBeGreaterThan(15)
    expect(uniqueIndexes.length).toBeGreaterThan(tables.length)
  })

  it.each(foreignKeys.filter((it) => !OF_INSTALLATION.test(it.to)))(
    '$name: carries the school, so that no row can refer to another school',
    ({ columns, referred, to }) => {
      const place = columns.indexOf('school_id')
      expect(place).toBeGreaterThanOrEqual(0)
      expect(referred[place]).toBe(/^(muster\.)?school$/.test(to) ? 'id' : 'school_id')
    },
  )

  it.each(uniqueIndexes)('$name: is unique within a school, and tells nobody about another', ({ first }) => {
    expect(first).toBe('school_id')
  })
})
