import { acceptInvitation as accept } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { signedIn } from '../session/signed-in.ts'

/** `POST /v1/invitations/accept` */
export const acceptInvitation: Handler<'invitation.accept'> = async (call, services) => {
  const joined = await accept(services, call.body)
  if (!joined.ok) return joined
  return ok({ school: joined.value.school, session: await signedIn(call, services, joined.value.session) })
}
