import { inSchool } from '../../../db/index.ts'
import { ok } from '../../../kernel/index.ts'
import { dropMessages } from '../../../outbox/index.ts'
import { newId } from '../../../schools/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/messages/drop` */
export const dropWaitingMessages: Handler<'messages.drop'> = async ({ scope, body }, { database, ids }) => {
  const noted = { auditId: newId(ids), at: ids.clock() }
  return ok({ dropped: await inSchool(database, scope, (tx) => dropMessages(tx, body.messages, noted)) })
}
