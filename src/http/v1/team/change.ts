import { changeRole } from '../../../access/index.ts'
import type { Handler } from '../../handler.ts'

/** `PATCH /v1/schools/:school/team/:member` */
export const changeMember: Handler<'team.change'> = ({ scope, params, body }, { database, ids }) =>
  changeRole(database, ids, { scope, memberId: params['member'] ?? '', role: body.role })
