import type { HeldMessage } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { listMessages } from '../outbox/index.ts'
import type { Part } from './history.store.ts'
import { readPeople } from './people.store.ts'
import { shownName } from './person-standing.ts'

/** Messages that are owed and wait, with the names of those they are for; who is gone has none. */
export async function listHeldMessages(
  tx: SchoolTx,
  part: Part,
): Promise<{ readonly items: readonly HeldMessage[]; readonly total: number }> {
  const { items, total } = await listMessages(tx, part)
  const people = await readPeople(tx, { kind: null, ids: [...new Set(items.map((it) => it.personId))] })
  const names = new Map(people.map((it) => [it.id, shownName(it)]))
  return {
    total,
    items: items.map(({ id, kind, address, personId, runId, createdAt, state, why }) => ({
      ...{ id, kind, to: address, name: names.get(personId) ?? '', run: runId, state, why },
      createdAt: createdAt.toISOString(),
    })),
  }
}
