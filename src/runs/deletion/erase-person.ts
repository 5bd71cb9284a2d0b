import { erasePersonFromAccess } from '../../access/index.ts'
import { noteAct } from '../../audit/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { erasePersonFromDirectory, readDeletions, readForEdit, readTraces } from '../../directory/index.ts'
import { erasePersonFromAnswers, noteEvent } from '../../events/index.ts'
import { canonicalJson, fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { erasePersonFromLearning } from '../../matching/index.ts'
import { erasePersonFromOutbox } from '../../outbox/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import { erasePersonFromPlans } from '../../plans/index.ts'
import { erasePersonFromReview } from '../../review/index.ts'
import type { Traces } from '../../roster/index.ts'
import { type IdSource, lockSchool, newId } from '../../schools/index.ts'
import { erasePersonFromSnapshots } from '../../snapshots/index.ts'
import { sha256 } from '../sha256.ts'
import { isAnyRunOpen, readDeletable } from './blocked.store.ts'
import { type Erasure, insertErasure } from './erasures.store.ts'

/**
 * Everything that keeps something of people, with what removes it; in this order, since what was learnt is found by what was said, and
 * what was said by ids. Whoever makes a table for such things adds its owner here: a test looks at every table.
 */
export const OWNERS: Readonly<Record<string, (tx: SchoolTx, traces: Traces) => Promise<number>>> = {
  answers: erasePersonFromAnswers,
  outbox: erasePersonFromOutbox,
  access: erasePersonFromAccess,
  learning: erasePersonFromLearning,
  plans: erasePersonFromPlans,
  review: erasePersonFromReview,
  snapshots: erasePersonFromSnapshots,
  directory: erasePersonFromDirectory,
}

/** Whom to erase, and the file of the request; null: their time has run out. */
export interface ErasureWanted {
  readonly personId: string
  readonly reference: string | null
}

/**
 * Removes somebody who waits to be deleted, for good (S-193, S-197): every row that keeps something of them, in one transaction. What
 * stays is a receipt without a detail. Refused while something is open that has read them, or keeps them from being deleted.
 */
export async function erasePerson(tx: SchoolTx, ids: IdSource, { personId, reference }: ErasureWanted): Promise<Result<Erasure, Problem>> {
  assertMayDo(tx.scope, 'people.delete')
  await lockSchool(tx)
  const held = await readForEdit(tx, personId)
  if (held === undefined || !(await readDeletions(tx)).has(personId)) return fail(problem('address.unknown'))
  const [deletable] = await readDeletable(tx, [personId])
  if (deletable === undefined || deletable.why.length > 0) return fail(problem('person.deletion_blocked'))
  if (await isAnyRunOpen(tx)) return fail(problem('person.erasure_waits'))
  const traces = await readTraces(tx, personId)
  const erased: Record<string, number> = {}
  for (const [owner, erase] of Object.entries(OWNERS)) erased[owner] = await erase(tx, traces)
  const at = ids.clock()
  const why = reference === null ? ('retention' as const) : ('request' as const)
  const receipt = { id: newId(ids), personId, kind: held.kind, why, reference, actor: tx.scope.actor.id, at, erased }
  await insertErasure(tx, receipt)
  const payloadDigest = sha256(canonicalJson({ why, reference, erased }))
  await noteAct(tx, { id: newId(ids), action: 'person.erased', subject: personId, payloadDigest, at })
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
  return ok(receipt)
}
