import { type AuditAction, noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { canonicalJson, type Json } from '../kernel/index.ts'
import { type IdSource, newId } from '../schools/index.ts'
import { sha256 } from './secret.ts'

/** Notes an act in the audit: `subject` is an id, and of `what` only a digest is kept. */
export async function note(
  tx: SchoolTx,
  ids: IdSource,
  it: { readonly action: AuditAction; readonly subject: string; readonly what: Json },
): Promise<void> {
  const payloadDigest = sha256(canonicalJson(it.what)).toString('hex')
  await noteAct(tx, { id: newId(ids), action: it.action, subject: it.subject, payloadDigest, at: ids.clock() })
}

/** Notes an act on the team, and tells who looks at it. The school's row is locked. */
export async function noteOfTeam(tx: SchoolTx, ids: IdSource, it: Parameters<typeof note>[2]): Promise<void> {
  await note(tx, ids, it)
  await noteEvent(tx, { type: 'team', runId: null, version: null, at: ids.clock() })
}
