import { endMySession } from '../../../access/index.ts'
import type { Handler } from '../../handler.ts'
import { ownerOf } from './owner.ts'

/** `DELETE /v1/account/sessions/:session` */
export const endOneSession: Handler<'account.endSession'> = (call, services) =>
  endMySession(services, ownerOf(call), call.params['session'] ?? '')
