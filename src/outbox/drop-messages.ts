import { createHash } from 'node:crypto'
import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { endMessages } from './messages.store.ts'

/** Drops held messages for good, and notes who did. Gives how many were held: dropping twice drops once. */
export async function dropMessages(
  tx: SchoolTx,
  ids: readonly string[],
  { auditId, at }: { readonly auditId: string; readonly at: Date },
): Promise<number> {
  assertMayDo(tx.scope, 'message.drop')
  const dropped = await endMessages(tx, ids, at)
  if (dropped.length > 0) {
    const payloadDigest = createHash('sha256')
      .update([...dropped].sort().join('\n'))
      .digest('hex')
    await noteAct(tx, { id: auditId, action: 'message.dropped', subject: `${dropped.length} messages`, payloadDigest, at })
  }
  return dropped.length
}
