import type { SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { type IdSource, lockSchool } from '../schools/index.ts'
import { type AccessChange, findApplication, writeAccess } from './access-grants.store.ts'
import { answerRequests } from './access-requests.store.ts'
import { note } from './note.ts'

/**
 * Gives these people access to an application or takes it (S-32). Answers whose it was that changed: the way back is the same with
 * exactly these.
 */
export async function changeAccess(
  tx: SchoolTx,
  ids: IdSource,
  { applicationId, people, to }: Omit<AccessChange, 'at'>,
): Promise<Result<readonly string[], Problem>> {
  assertMayDo(tx.scope, 'access.change')
  await lockSchool(tx)
  if ((await findApplication(tx, applicationId)) === undefined) return fail(problem('access.application_unknown'))
  const at = ids.clock()
  const changed = await writeAccess(tx, { applicationId, people, to, at })
  if (to === 'with') await answerRequests(tx, { applicationId, people, answer: 'granted', at })
  if (changed.length === 0) return ok(changed)
  const action = to === 'with' ? 'access.given' : 'access.taken'
  await note(tx, ids, { action, subject: applicationId, what: { people: [...changed].sort() } })
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
  return ok(changed)
}
