import { inSchool } from '../../../db/index.ts'
import { fail, isUuid, ok, problem } from '../../../kernel/index.ts'
import { sendAgain } from '../../../outbox/index.ts'
import { newId } from '../../../schools/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/messages/:message/send-again` */
export const sendMessageAgain: Handler<'messages.sendAgain'> = async ({ scope, params }, { database, ids, sendsMail }) => {
  const id = params['message'] ?? ''
  if (!sendsMail) return fail(problem('message.no_mail_server'))
  if (!isUuid(id)) return fail(problem('message.not_found'))
  const noted = { auditId: newId(ids), at: ids.clock(), copyId: newId(ids) }
  const isSent = await inSchool(database, scope, (tx) => sendAgain(tx, id, noted))
  return isSent ? ok(undefined) : fail(problem('message.not_found'))
}
