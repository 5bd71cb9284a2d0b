import { inSchool } from '../../../db/index.ts'
import { fail, ok, problem } from '../../../kernel/index.ts'
import { releaseMessages } from '../../../outbox/index.ts'
import { newId } from '../../../schools/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/messages/release` */
export const releaseWaitingMessages: Handler<'messages.release'> = async ({ scope, body }, { database, ids, sendsMail }) => {
  if (!sendsMail) return fail(problem('message.no_mail_server'))
  const at = ids.clock()
  const notBefore = body.notBefore === undefined ? at : new Date(body.notBefore)
  const noted = { auditId: newId(ids), at, notBefore }
  return ok({ released: await inSchool(database, scope, (tx) => releaseMessages(tx, body.messages, noted)) })
}
