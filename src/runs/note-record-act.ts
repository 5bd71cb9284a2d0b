import { type AuditAction, noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { canonicalJson } from '../kernel/index.ts'
import { newId } from '../schools/index.ts'
import { refreshOpenReview } from './review-again.ts'
import type { RunContext } from './run-context.ts'
import { sha256 } from './sha256.ts'

/** What was done to the record of a person. */
export interface RecordAct {
  readonly personId: string
  readonly action: Extract<AuditAction, `person.${string}`>
  readonly what: Readonly<Record<string, string>>
}

/** Notes what was done to a record that says what plans may do with it: the plan of an open review is made anew. */
export async function noteRecordAct(tx: SchoolTx, context: RunContext, { personId, action, what }: RecordAct): Promise<void> {
  const at = context.ids.clock()
  await noteAct(tx, { id: newId(context.ids), action, subject: personId, payloadDigest: sha256(canonicalJson(what)), at })
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
  await refreshOpenReview(tx, context)
}
