import { inSchool } from '../../../db/index.ts'
import { listHeldMessages } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

/** `GET /v1/schools/:school/messages` */
export const listWaitingMessages: Handler<'messages.list'> = ({ scope, query }, { database }) =>
  paged(query, (window) => inSchool(database, scope, (tx) => listHeldMessages(tx, window)))
