import { endMyOtherSessions } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { ownerOf } from './owner.ts'

/** `DELETE /v1/account/sessions` */
export const endOtherSessions: Handler<'account.endOthers'> = async (call, services) =>
  ok(await endMyOtherSessions(services, ownerOf(call)))
