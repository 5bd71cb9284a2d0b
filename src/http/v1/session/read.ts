import { findSession, sessionDetails } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/session` */
export const readSession: Handler<'session.read'> = async ({ sessionToken }, { database, ids }) => {
  const session = sessionToken === null ? null : await findSession(database, sessionToken, ids.clock())
  return ok(await sessionDetails(database, session))
}
