import type { SchoolTx } from '../db/index.ts'
import { dropMessagesOfRun, oweMessages, readdressMessages } from '../outbox/index.ts'
import { type IdSource, newId, type School } from '../schools/index.ts'
import { readChangedAddresses, readOwed } from './owed.store.ts'
import type { Run } from './run.ts'

/**
 * Notes the messages that a run owes, in the transaction that writes it: never one for what did not happen, never none for
 * what did. Nothing is sent (D32). An undo owes nobody anything, and takes back what its run owes.
 */
export async function settleMessages(
  tx: SchoolTx,
  run: Run,
  { school, ids }: { readonly school: School; readonly ids: IdSource },
): Promise<void> {
  const at = ids.clock()
  if (run.undoesRunId !== null) await dropMessagesOfRun(tx, run.undoesRunId, at)
  await readdressMessages(tx, await readChangedAddresses(tx, run.id), at)
  if (run.purpose === 'undo') return
  const owed = (await readOwed(tx, run.id)).map((it) => ({ ...it, id: newId(ids) }))
  await oweMessages(tx, owed, { runId: run.id, why: school.isMadeUp ? 'made_up_school' : 'no_mail_server', at })
}
