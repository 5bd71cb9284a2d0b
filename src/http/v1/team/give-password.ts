import { giveTemporaryPassword } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/team/:member/temporary-password` */
export const giveMemberPassword: Handler<'team.givePassword'> = async ({ scope, params }, { database, ids }) => {
  const given = await giveTemporaryPassword(database, ids, { scope, memberId: params['member'] ?? '' })
  return given.ok ? ok({ password: given.value.password, expiresAt: given.value.expiresAt.toISOString() }) : given
}
