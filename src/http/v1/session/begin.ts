import { signIn } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { signedIn } from './signed-in.ts'

/** `POST /v1/session` */
export const beginSession: Handler<'session.begin'> = async (call, services) => {
  const begun = await signIn(services, call.body)
  return begun.ok ? ok(await signedIn(call, services, begun.value)) : begun
}
