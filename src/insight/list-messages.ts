import type { HeldMessage } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { listMessages, type MessagesWanted } from '../outbox/index.ts'
import { readPeople } from './people.store.ts'
import { shownName } from './person-standing.ts'

/** Messages that are owed or were sent, with the names of those they are for; who is gone has none. */
export async function listHeldMessages(
  tx: SchoolTx,
  wanted: MessagesWanted,
): Promise<{ readonly items: readonly HeldMessage[]; readonly total: number }> {
  const { items, total } = await listMessages(tx, wanted)
  const people = await readPeople(tx, { kind: null, ids: [...new Set(items.map((it) => it.personId).filter((it) => it !== null))] })
  const names = new Map(people.map((it) => [it.id, shownName(it)]))
  return {
    total,
    items: items.map(({ id, kind, address, personId, runId, createdAt, state, why, notBefore, endedAt, replyCode }) => ({
      ...{ id, kind, to: address, name: names.get(personId ?? '') ?? '', run: runId, state, why },
      createdAt: createdAt.toISOString(),
      notBefore: notBefore?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      replyCode,
    })),
  }
}
