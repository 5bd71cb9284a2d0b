import type { Owner } from '../../../access/index.ts'
import type { Caller } from '../../handler.ts'

/** Somebody who is signed in, at their own account. */
export function ownerOf({ caller, sessionToken }: { readonly caller: Caller; readonly sessionToken: string | null }): Owner {
  if (sessionToken === null) throw new Error('An account was reached without a session.')
  return { ...caller, token: sessionToken }
}
