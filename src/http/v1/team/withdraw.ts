import { withdrawInvitation as withdraw } from '../../../access/index.ts'
import type { Handler } from '../../handler.ts'

/** `DELETE /v1/schools/:school/team/invitations/:invitation` */
export const withdrawInvitation: Handler<'team.withdraw'> = ({ scope, params }, { database, ids }) =>
  withdraw(database, ids, { scope, invitationId: params['invitation'] ?? '' })
