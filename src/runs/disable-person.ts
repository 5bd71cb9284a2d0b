import type { SchoolTx } from '../db/index.ts'
import { changePerson, type EditRefused } from '../directory/index.ts'
import { ok, type Result } from '../kernel/index.ts'
import type { RecordSeen } from './manage-by-hand.ts'
import { noteRecordAct } from './note-record-act.ts'
import type { RunContext } from './run-context.ts'

/**
 * Disables somebody, or enables them (S-199): who is disabled signs in nowhere and appears in no application, and no sync enables
 * them. Enabled, they are again what the source says. The plan of an open review is made anew.
 */
export async function disablePerson(
  tx: SchoolTx,
  context: RunContext,
  { isDisabled, ...seen }: RecordSeen & { readonly isDisabled: boolean },
): Promise<Result<null, EditRefused>> {
  const fields = { status: isDisabled ? 'disabled' : 'active' }
  const changed = await changePerson(tx, context.ids, { ...seen, fields, opened: ['status'] })
  if (!changed.ok) return changed
  await noteRecordAct(tx, context, { personId: seen.personId, action: isDisabled ? 'person.disabled' : 'person.enabled', what: fields })
  return ok(null)
}
