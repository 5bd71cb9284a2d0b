import { createHash } from 'node:crypto'
import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { copyEnded, holdQueued, queueHeld } from './messages.store.ts'

/** What noting an act takes. */
interface Noted {
  readonly auditId: string
  readonly at: Date
}

/** Lets messages be sent, not before a time, and notes who did (D32). Gives how many. */
export async function releaseMessages(
  tx: SchoolTx,
  ids: readonly string[],
  { notBefore, ...noted }: Noted & { readonly notBefore: Date },
): Promise<number> {
  assertMayDo(tx.scope, 'message.send')
  return noteMessages(tx, await queueHeld(tx, ids, notBefore), { ...noted, action: 'message.released' })
}

/** Holds messages back that were to be sent, and notes who did. Gives how many. */
export async function holdMessages(tx: SchoolTx, ids: readonly string[], noted: Noted): Promise<number> {
  assertMayDo(tx.scope, 'message.send')
  return noteMessages(tx, await holdQueued(tx, ids), { ...noted, action: 'message.held' })
}

/** Sends a message again that has ended, and notes who did. False: it has not ended, or the same is waiting already. */
export async function sendAgain(tx: SchoolTx, id: string, { copyId, ...noted }: Noted & { readonly copyId: string }): Promise<boolean> {
  assertMayDo(tx.scope, 'message.send')
  const isCopied = await copyEnded(tx, id, { id: copyId, at: noted.at })
  return (await noteMessages(tx, isCopied ? [copyId] : [], { ...noted, action: 'message.released' })) === 1
}

async function noteMessages(
  tx: SchoolTx,
  ids: readonly string[],
  { auditId, at, action }: Noted & { readonly action: 'message.released' | 'message.held' },
): Promise<number> {
  if (ids.length === 0) return 0
  const payloadDigest = createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex')
  await noteAct(tx, { id: auditId, action, subject: `${ids.length} messages`, payloadDigest, at })
  return ids.length
}
