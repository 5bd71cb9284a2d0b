import { setUp } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { signedIn } from '../session/signed-in.ts'

/** `POST /v1/set-up` */
export const finishSetUp: Handler<'setUp.finish'> = async (call, services) => {
  const made = await setUp(services, call.body)
  if (!made.ok) return made
  return ok({ school: made.value.school, session: await signedIn(call, services, made.value.session) })
}
