import { unseal } from '../config/index.ts'
import type { Tx } from '../db/index.ts'
import type { IdSource } from '../schools/index.ts'
import { findAuthenticator, takeRecoveryCode, takeStep } from './authenticators.store.ts'
import { plainCode, recoveryHash, stepOf } from './codes.ts'
import { noteOwnEvent } from './note-event.ts'

interface SecondStepTools {
  readonly ids: IdSource
  /** The installation's key. */
  readonly key: Uint8Array
}

/** What came of the second step: `right` also where the account wants none. */
export async function checkSecondStep(
  tx: Tx,
  { ids, key }: SecondStepTools,
  { accountId, code = '' }: { readonly accountId: string; readonly code?: string | undefined },
): Promise<'right' | 'needed' | 'wrong'> {
  const kept = await findAuthenticator(tx, accountId)
  if (kept === undefined || !kept.isInUse) return 'right'
  const plain = plainCode(code)
  if (plain === '') return 'needed'
  const step = stepOf(unseal({ key, purpose: 'authenticator' }, kept.secret), plain, ids.clock())
  if (step !== null) return (await takeStep(tx, accountId, step)) ? 'right' : 'wrong'
  if (!(await takeRecoveryCode(tx, accountId, recoveryHash(plain)))) return 'wrong'
  await noteOwnEvent(tx, ids, accountId, 'recovery_code_used')
  return 'right'
}
