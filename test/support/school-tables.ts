import type { TestMuster } from './muster.ts'

/** A table of schools, as the catalogue of the database knows it. */
export interface SchoolTable {
  /** With its schema, ready for a statement. */
  readonly name: string
  readonly isProtected: boolean
  readonly isForced: boolean
  /** Columns of the primary key, in order. */
  readonly key: readonly string[]
}

/** Every table that has a column `school_id`, whatever schema it is in. */
export async function schoolTables({ ask }: Pick<TestMuster, 'ask'>): Promise<readonly SchoolTable[]> {
  return ask<SchoolTable>(`
    select c.oid::regclass::text as name, c.relrowsecurity as "isProtected", c.relforcerowsecurity as "isForced",
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k(attnum, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
            where i.indrelid = c.oid and i.indisprimary order by k.place) as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    order by 1`)
}
