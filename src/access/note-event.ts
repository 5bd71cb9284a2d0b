import type { AccountEventKind } from '../contract/index.ts'
import type { Tx } from '../db/index.ts'
import { type IdSource, newId } from '../schools/index.ts'
import { insertAccountEvent } from './account-events.store.ts'
import { actorId } from './actor.ts'

/** Notes what somebody did to their own account. */
export async function noteOwnEvent(tx: Tx, ids: IdSource, accountId: string, kind: AccountEventKind): Promise<void> {
  await insertAccountEvent(tx, { id: newId(ids), accountId, kind, by: actorId(accountId), at: ids.clock() })
}
