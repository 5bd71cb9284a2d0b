import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** The id of the connection of this name, made when it is first used (D23: one per school and name). */
export async function meetConnection(
  tx: SchoolTx,
  it: { readonly id: string; readonly name: string; readonly kind: string },
  at: Date,
): Promise<string> {
  const find = sql<{ id: string }>`select id from connection where school_id = ${tx.schoolId} and name = ${it.name}`
  const [known] = await tx.rows(find)
  if (known !== undefined) return known.id
  await tx.rows(sql`
    insert into connection (school_id, id, name, kind, state, created_at) values (${tx.schoolId}, ${it.id}, ${it.name}, ${it.kind}, 'live', ${at})
    on conflict (school_id, name) do nothing`)
  const [made] = await tx.rows(find)
  if (made === undefined) throw new Error('A connection was not made.')
  return made.id
}
