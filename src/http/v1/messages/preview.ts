import { previewMessage } from '../../../access/index.ts'
import { inSchool } from '../../../db/index.ts'
import { fail, isUuid, ok, problem } from '../../../kernel/index.ts'
import { findMessage } from '../../../outbox/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/messages/:message/preview` */
export const previewOneMessage: Handler<'messages.preview'> = async ({ scope, params }, { database, publicUrl }) => {
  const id = params['message'] ?? ''
  if (!isUuid(id)) return fail(problem('message.not_found'))
  return inSchool(database, scope, async (tx) => {
    const message = await findMessage(tx, id)
    if (message === undefined) return fail(problem('message.not_found'))
    const mail = await previewMessage(tx, message, publicUrl)
    return mail === null ? fail(problem('message.not_ready')) : ok({ to: message.address, subject: mail.subject, text: mail.text })
  })
}
