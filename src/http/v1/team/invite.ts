import { invite } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/team/invitations` */
export const inviteMember: Handler<'team.invite'> = async ({ scope, school, body }, { database, ids, publicUrl, sendsMail }) => {
  const invited = await invite(database, ids, { scope, email: body.email, role: body.role, sendsMail })
  if (!invited.ok) return invited
  const { token, isShown, expiresAt, team } = invited.value
  const link = isShown ? `${publicUrl}/invite/${token}` : null
  return ok({ link, isMailed: sendsMail && !school.isMadeUp, expiresAt: expiresAt.toISOString(), team })
}
