import { createHash } from 'node:crypto'
import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { canonicalJson, foldName } from '../kernel/index.ts'
import { type IdSource, newId } from '../schools/index.ts'
import type { Decision } from './decision.ts'
import { insertDecision, insertVeto, removeVeto, writeYearGroupMap } from './decisions.store.ts'

/**
 * Notes what a person said about one record. *Match* (S-59) lifts an earlier "not the same" of that pair; *Unmatch* (S-60)
 * splits the pair for ever: our record is Not matched, theirs is New and may be imported.
 */
export async function decide(tx: SchoolTx, ids: IdSource, connectionId: string, decision: Decision): Promise<void> {
  const { kind, recordId, sourceKind, sourceId } = decision
  const at = ids.clock()
  await insertDecision(tx, { ...decision, id: newId(ids), connectionId, at })
  if (recordId !== null && sourceKind !== 'class') {
    const pair = { personId: recordId, sourceKind, sourceId, connectionId }
    if (kind === 'match') await removeVeto(tx, pair)
    if (kind === 'unmatch') await insertVeto(tx, { ...pair, at })
  }
  const digest = createHash('sha256').update(canonicalJson({ kind, recordId, sourceKind, sourceId, connectionId })).digest('hex')
  await noteAct(tx, { id: newId(ids), action: 'decision.made', subject: connectionId, payloadDigest: digest, at })
}

/** Says which year group a spelling of the source means; remembered for later syncs (S-85). Null: none. */
export async function mapYearGroup(tx: SchoolTx, ids: IdSource, spelling: string, code: string | null): Promise<void> {
  await writeYearGroupMap(tx, { value: foldName(spelling), code, at: ids.clock() })
}
