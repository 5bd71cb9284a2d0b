import { createHash } from 'node:crypto'
import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { rowsById } from '../review/index.ts'
import { recordKey } from '../roster/index.ts'
import { newId } from '../schools/index.ts'
import { factsOfReview } from './review-facts.ts'
import type { Run } from './run.ts'
import type { RunContext } from './run-context.ts'

/** The UPNs of both sides of a row, whole. Who looked at whose is noted for good. */
export async function showUpns(
  tx: SchoolTx,
  run: Run,
  { rowId, context }: { readonly rowId: string; readonly context: RunContext },
): Promise<Result<{ readonly here: string | null; readonly there: string | null }, Problem>> {
  assertMayDo(tx.scope, 'run.read')
  const [row] = await rowsById(tx, run.id, [rowId])
  if (row === undefined) return fail(problem('row.not_found'))
  const facts = await factsOfReview(tx, run, context.key)
  if (!facts.ok) return facts
  const { directory, read } = facts.value
  const record = read.snapshot.current.get(recordKey(row.kind, row.sourceId ?? ''))
  const shown = {
    here: directory.people.get(row.personId ?? '')?.fields.upn ?? null,
    there: record === undefined || record.kind === 'class' ? null : (record.body.fields.upn ?? null),
  }
  const { ids } = context
  // a digest of the place alone: a short number could be found again from its own
  const payloadDigest = createHash('sha256').update(`${run.id} ${rowId}`).digest('hex')
  await noteAct(tx, { id: newId(ids), action: 'upn.shown', subject: rowId, payloadDigest, at: ids.clock() })
  return ok(shown)
}
