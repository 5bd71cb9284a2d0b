import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** What people call these actors: the name of an account, the system user of an operator. */
export async function namesOfActors(tx: SchoolTx, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows(sql<{ actor: string; name: string }>`
    select 'account:' || id as actor, name from account where 'account:' || id = any(${[...new Set(actors)]})`)
  const known = new Map(rows.map((it) => [it.actor, it.name]))
  return new Map(actors.map((actor) => [actor, known.get(actor) ?? actor.replace(/^[a-z]+:/, '')]))
}
