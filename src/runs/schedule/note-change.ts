import { type AuditAction, noteAct } from '../../audit/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { noteEvent } from '../../events/index.ts'
import { canonicalJson, type Json } from '../../kernel/index.ts'
import { type IdSource, newId } from '../../schools/index.ts'
import { sha256 } from '../sha256.ts'

/** Notes who changed what of how a school syncs (what exactly, as a digest), and tells who looks at it. The school's row is locked. */
export async function noteChange(
  tx: SchoolTx,
  ids: IdSource,
  it: { readonly action: AuditAction; readonly subject?: string; readonly what: Json },
): Promise<void> {
  const at = ids.clock()
  const payloadDigest = sha256(canonicalJson(it.what))
  await noteAct(tx, { id: newId(ids), action: it.action, subject: it.subject ?? tx.schoolId, payloadDigest, at })
  await noteEvent(tx, { type: 'school', runId: null, version: null, at })
}
