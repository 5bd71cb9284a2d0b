import { seal, unseal } from '../config/index.ts'
import type { MyAccount } from '../contract/index.ts'
import { inInstallation } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import {
  confirmSecret,
  deleteAuthenticator,
  findAuthenticator,
  insertAuthenticator,
  replaceRecoveryCodes,
  takeStep,
} from './authenticators.store.ts'
import { newRecoveryCodes, newSecret, plainCode, recoveryHash, shownSecret, stepOf } from './codes.ts'
import { type AccountTools, accountOf, checkOwnPassword, type Owner } from './my-account.ts'
import { noteOwnEvent } from './note-event.ts'
import { type Refusal, refuseFields } from './refusal.ts'

/** Makes the secret of an authenticator. It counts for nothing until a code of it was typed. */
export async function beginAuthenticator(
  tools: AccountTools,
  owner: Owner,
  present: string,
): Promise<Result<{ readonly secret: string; readonly address: string }, Problem | Refusal>> {
  const { database, ids, key } = tools
  const checked = await checkOwnPassword(tools, owner, present)
  if (!checked.ok) return checked
  const secret = newSecret(ids)
  const sealed = seal({ key, purpose: 'authenticator' }, secret)
  const isKept = await inInstallation(database, (tx) => insertAuthenticator(tx, owner.accountId, sealed, ids.clock()))
  return isKept ? ok(shownSecret(secret, owner.email)) : fail(problem('account.authenticator_on'))
}

/** From now on signing in asks for a code. Gives the recovery codes, which are kept as hashes only. */
export async function confirmAuthenticator(
  { database, ids, key }: AccountTools,
  owner: Owner,
  code: string,
): Promise<Result<{ readonly recoveryCodes: string[]; readonly account: MyAccount }, Problem | Refusal>> {
  const { accountId } = owner
  return inInstallation(database, async (tx) => {
    const kept = await findAuthenticator(tx, accountId)
    if (kept?.isInUse === true) return fail(problem('account.authenticator_on'))
    const step = kept === undefined ? null : stepOf(unseal({ key, purpose: 'authenticator' }, kept.secret), plainCode(code), ids.clock())
    if (step === null) return fail(refuseFields(problem('account.code_wrong'), ['code']))
    if (!(await confirmSecret(tx, accountId, ids.clock()))) return fail(problem('account.authenticator_on'))
    await takeStep(tx, accountId, step) // the code that confirms signs nobody in
    const recoveryCodes = [...newRecoveryCodes(ids)]
    await replaceRecoveryCodes(tx, accountId, recoveryCodes.map(recoveryHash))
    await noteOwnEvent(tx, ids, accountId, 'authenticator_on')
    return ok({ recoveryCodes, account: await accountOf(tx, ids, owner) })
  })
}

/** Asks for no codes any more. */
export async function removeAuthenticator(
  tools: AccountTools,
  owner: Owner,
  present: string,
): Promise<Result<MyAccount, Problem | Refusal>> {
  const { database, ids } = tools
  const checked = await checkOwnPassword(tools, owner, present)
  if (!checked.ok) return checked
  return inInstallation(database, async (tx) => {
    if (await deleteAuthenticator(tx, owner.accountId)) await noteOwnEvent(tx, ids, owner.accountId, 'authenticator_off')
    return ok(await accountOf(tx, ids, owner))
  })
}
