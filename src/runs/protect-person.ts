import type { SchoolTx } from '../db/index.ts'
import { endProtection, readForEdit, writeProtection } from '../directory/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { lockSchool } from '../schools/index.ts'
import type { RecordSeen } from './manage-by-hand.ts'
import { noteRecordAct } from './note-record-act.ts'
import type { RunContext } from './run-context.ts'

/**
 * Protects a person (N-14): from now on no sync takes them out, or says something else about who they are, before somebody has
 * looked. The plan of an open review is made anew. Who was merged into somebody else is not to be found.
 */
export async function protectPerson(
  tx: SchoolTx,
  context: RunContext,
  { reason, ...seen }: RecordSeen & { readonly reason: string },
): Promise<Result<null, Problem>> {
  const refused = await refusal(tx, seen)
  if (refused !== null) return fail(refused)
  await writeProtection(tx, seen.personId, { reason, actor: tx.scope.actor.id, at: context.ids.clock() })
  await noteRecordAct(tx, context, { personId: seen.personId, action: 'person.protected', what: { reason } })
  return ok(null)
}

/** Protects a person no longer; who is not protected stays so. */
export async function unprotectPerson(tx: SchoolTx, context: RunContext, seen: RecordSeen): Promise<Result<null, Problem>> {
  const refused = await refusal(tx, seen)
  if (refused !== null) return fail(refused)
  if (await endProtection(tx, seen.personId))
    await noteRecordAct(tx, context, { personId: seen.personId, action: 'person.unprotected', what: {} })
  return ok(null)
}

async function refusal(tx: SchoolTx, { personId, version }: RecordSeen): Promise<Problem | null> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  const held = await readForEdit(tx, personId)
  if (held === undefined) return problem('address.unknown')
  return held.version === version ? null : problem('version.changed')
}
