import { inSchool } from '../../../db/index.ts'
import { ok } from '../../../kernel/index.ts'
import { holdMessages } from '../../../outbox/index.ts'
import { newId } from '../../../schools/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/messages/hold` */
export const holdBackMessages: Handler<'messages.hold'> = async ({ scope, body }, { database, ids }) => {
  const noted = { auditId: newId(ids), at: ids.clock() }
  return ok({ held: await inSchool(database, scope, (tx) => holdMessages(tx, body.messages, noted)) })
}
