import { type AuditAction, noteAct } from '../../audit/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { canonicalJson, type Json } from '../../kernel/index.ts'
import { type IdSource, newId } from '../../schools/index.ts'
import { sha256 } from '../sha256.ts'

/** Notes who did what about learning; what exactly, as a digest. */
export async function noteLearning(
  tx: SchoolTx,
  ids: IdSource,
  it: { readonly action: AuditAction; readonly subject: string; readonly what: unknown },
): Promise<void> {
  // safe: through JSON and back it is JSON
  const payload = JSON.parse(JSON.stringify(it.what)) as Json
  const payloadDigest = sha256(canonicalJson(payload))
  await noteAct(tx, { id: newId(ids), action: it.action, subject: it.subject, payloadDigest, at: ids.clock() })
}
