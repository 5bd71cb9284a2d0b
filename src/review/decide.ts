import { createHash } from 'node:crypto'
import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { canonicalJson, foldName } from '../kernel/index.ts'
import { type IdSource, newId } from '../schools/index.ts'
import type { Decision } from './decision.ts'
import { type DecisionBatch, endOverruled, insertDecisions, writeYearGroupMap } from './decisions.store.ts'

/**
 * Notes what a person said about one record. *Match* (S-59) lifts an earlier "not the same" of that pair; *Unmatch* (S-60)
 * splits the pair for ever: our record is Not matched, theirs is New and may be imported.
 */
export async function decide(tx: SchoolTx, ids: IdSource, connectionId: string, decision: Decision): Promise<void> {
  await decideAll(tx, ids, { decisions: [decision], batch: { connectionId, at: ids.clock(), batchId: null, runId: null } })
}

/** What a person says in one go. */
export interface Saying {
  readonly decisions: readonly Decision[]
  readonly batch: DecisionBatch
}

/** Notes what a person said in one go, so that it can be taken back in one go. */
export async function decideAll(tx: SchoolTx, ids: IdSource, { decisions, batch }: Saying): Promise<void> {
  await endOverruled(tx, decisions, batch)
  await insertDecisions(
    tx,
    decisions.map((it) => ({ ...it, id: newId(ids) })),
    batch,
  )
  const said = { decisions: decisions.map((it) => ({ ...it })), connectionId: batch.connectionId }
  const digest = createHash('sha256').update(canonicalJson(said)).digest('hex')
  await noteAct(tx, {
    id: newId(ids),
    action: 'decision.made',
    subject: batch.batchId ?? batch.connectionId,
    payloadDigest: digest,
    at: batch.at,
  })
}

/** Says which year group a spelling of the source means; remembered for later syncs (S-85). Null: none. */
export async function mapYearGroup(tx: SchoolTx, ids: IdSource, spelling: string, code: string | null): Promise<void> {
  await writeYearGroupMap(tx, { value: foldName(spelling), code, at: ids.clock() })
}
