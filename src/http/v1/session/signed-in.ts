import { findSession, type NewSession, noteOrigin, sessionDetails, signOut } from '../../../access/index.ts'
import type { Session } from '../../../contract/index.ts'
import type { RouteCall, Services } from '../../handler.ts'

type Call = Pick<RouteCall<'session.begin'>, 'sessionToken' | 'setSession' | 'address' | 'userAgent'>

/** Hands a session that has just begun to the browser, in place of the one it had, and says who is signed in. */
export async function signedIn(call: Call, { database, ids }: Services, { token }: NewSession): Promise<Session> {
  if (call.sessionToken !== null) await signOut(database, call.sessionToken)
  await noteOrigin(database, token, call)
  call.setSession(token)
  return sessionDetails(database, await findSession(database, token, ids.clock()))
}
