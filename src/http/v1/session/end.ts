import { signOut } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `DELETE /v1/session` */
export const endSession: Handler<'session.end'> = async ({ sessionToken, setSession }, { database }) => {
  if (sessionToken !== null) await signOut(database, sessionToken)
  setSession(null)
  return ok(undefined)
}
