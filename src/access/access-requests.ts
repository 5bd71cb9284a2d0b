import type { OwnAccess } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import {
  answerRequests,
  findOpenRequest,
  insertRequest,
  type RequestAnswer,
  readOwnAccess,
  staffOfAccount,
} from './access-requests.store.ts'
import { changeAccess } from './change-access.ts'
import { note } from './note.ts'

/** Whose access somebody asks about: an account's own. */
interface Own {
  readonly accountId: string
}

/** How the account's own person stands to each application; empty where the school has nobody of its address. */
export async function ownAccess(tx: SchoolTx, { accountId }: Own): Promise<readonly OwnAccess[]> {
  assertMayDo(tx.scope, 'access.ask')
  const personId = await staffOfAccount(tx, accountId)
  return personId === undefined ? [] : readOwnAccess(tx, personId)
}

/** Asks for access to an application for oneself (S-36). What has been asked, and not been denied, stays as it is. */
export async function askForAccess(
  tx: SchoolTx,
  ids: IdSource,
  { accountId, applicationId }: Own & { readonly applicationId: string },
): Promise<Result<readonly OwnAccess[], Problem>> {
  assertMayDo(tx.scope, 'access.ask')
  await lockSchool(tx)
  const personId = await staffOfAccount(tx, accountId)
  if (personId === undefined) return fail(problem('access.nobody_of_address'))
  const own = (await readOwnAccess(tx, personId)).find((it) => it.id === applicationId)
  if (own === undefined) return fail(problem('access.application_unknown'))
  if (!own.hasAccess && (own.asked === null || own.asked.isDenied)) {
    const [id, at] = [newId(ids), ids.clock()]
    await insertRequest(tx, { id, personId, applicationId, at })
    await note(tx, ids, { action: 'access.asked', subject: id, what: { application: applicationId } })
    await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
  }
  return ok(await readOwnAccess(tx, personId))
}

/** Answers a request: gives the access, denies it, or ignores it, which whoever asked is not told. */
export async function answerRequest(
  tx: SchoolTx,
  ids: IdSource,
  { requestId, answer }: { readonly requestId: string; readonly answer: RequestAnswer },
): Promise<Result<null, Problem>> {
  assertMayDo(tx.scope, 'access.change')
  await lockSchool(tx)
  const request = await findOpenRequest(tx, requestId)
  if (request === undefined) return fail(problem('access.request_not_found'))
  const { applicationId, personId } = request
  const at = ids.clock()
  await answerRequests(tx, { applicationId, people: [personId], answer, at })
  await note(tx, ids, { action: 'access.answered', subject: requestId, what: { answer } })
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
  if (answer !== 'granted') return ok(null)
  const given = await changeAccess(tx, ids, { applicationId, people: [personId], to: 'with' })
  return given.ok ? ok(null) : given
}
