import { invite } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/team/invitations` */
export const inviteMember: Handler<'team.invite'> = async ({ scope, body }, { database, ids, publicUrl }) => {
  const invited = await invite(database, ids, { scope, email: body.email, role: body.role })
  if (!invited.ok) return invited
  const { token, expiresAt, team } = invited.value
  return ok({ link: `${publicUrl}/invite/${token}`, expiresAt: expiresAt.toISOString(), team })
}
