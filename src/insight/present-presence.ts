import { namesOfActors } from '../access/index.ts'
import type { RouteAnswer } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import type { Present } from '../events/index.ts'

/** Who reviews beside the caller, by name. */
export async function presentPresence(tx: SchoolTx, others: readonly Present[]): Promise<RouteAnswer<'runs.presence'>> {
  const names = await namesOfActors(
    tx,
    others.map((it) => it.actor),
  )
  const named = others.flatMap(({ actor, kind }) => {
    const name = names.get(actor)
    return name === undefined ? [] : [{ name, kind }]
  })
  return { others: named.sort((a, b) => a.name.localeCompare(b.name, 'en')) }
}
