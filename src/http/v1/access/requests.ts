import { answerRequest } from '../../../access/index.ts'
import { inSchool } from '../../../db/index.ts'
import { listRequests } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/access/requests` */
export const listAccessRequests: Handler<'access.requests'> = async ({ scope }, { database }) =>
  ok({ items: await inSchool(database, scope, listRequests) })

/** `POST /v1/schools/:school/access/requests` */
export const answerAccessRequest: Handler<'access.answer'> = ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const answered = await answerRequest(tx, ids, { requestId: body.request, answer: body.answer })
    return answered.ok ? ok({ items: await listRequests(tx) }) : answered
  })
