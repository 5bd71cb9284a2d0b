import type { SchoolTx } from '../db/index.ts'
import { dropMessagesOfRun, oweMessages, readdressMessages } from '../outbox/index.ts'
import { newId, type School } from '../schools/index.ts'
import { readChangedAddresses, readOwed } from './owed.store.ts'
import type { Run } from './run.ts'
import type { RunContext } from './run-context.ts'

/**
 * Notes the messages that a run owes, in the transaction that writes it: never one for what did not happen, never none for
 * what did. Without a mail server nothing is sent (D32). An undo owes nobody anything, and takes back what its runs owe.
 */
export async function settleMessages(
  tx: SchoolTx,
  run: Run,
  {
    school,
    takenBack,
    context: { ids, sendsMail },
  }: {
    readonly school: School
    readonly takenBack: readonly Pick<Run, 'id'>[]
    readonly context: Pick<RunContext, 'ids' | 'sendsMail'>
  },
): Promise<void> {
  const at = ids.clock()
  for (const { id } of takenBack) await dropMessagesOfRun(tx, { runId: id, personId: run.options.onlyPerson ?? null, at })
  await readdressMessages(tx, await readChangedAddresses(tx, run.id), at)
  if (run.purpose === 'undo') return
  const owed = (await readOwed(tx, run.id)).map((it) => ({ ...it, id: newId(ids) }))
  const of = { runId: run.id, at }
  if (school.isMadeUp) return oweMessages(tx, owed, { ...of, why: 'made_up_school' })
  const [staff, pupils] = [owed.filter((it) => it.kind === 'staff_invitation'), owed.filter((it) => it.kind !== 'staff_invitation')]
  await oweMessages(tx, staff, { ...of, why: sendsMail ? null : 'no_mail_server' })
  // the link of a pupil opens nothing yet, with or without a mail server
  await oweMessages(tx, pupils, { ...of, why: sendsMail ? 'not_ready' : 'no_mail_server' })
}
