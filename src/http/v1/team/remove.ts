import { removeMember as remove } from '../../../access/index.ts'
import type { Handler } from '../../handler.ts'

/** `DELETE /v1/schools/:school/team/:member` */
export const removeMember: Handler<'team.remove'> = ({ scope, params }, { database, ids }) =>
  remove(database, ids, { scope, memberId: params['member'] ?? '' })
