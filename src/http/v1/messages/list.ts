import type { RouteAnswer } from '../../../contract/index.ts'
import { inSchool } from '../../../db/index.ts'
import { listHeldMessages } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { MessageState } from '../../../outbox/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

const STATES: Readonly<Record<'all' | 'waiting' | 'sent' | 'undelivered' | 'dropped', readonly MessageState[] | null>> = {
  all: null,
  waiting: ['held', 'queued', 'sending'],
  sent: ['sent'],
  undelivered: ['bounced', 'failed'],
  dropped: ['dropped'],
}

/** `GET /v1/schools/:school/messages` */
export const listWaitingMessages: Handler<'messages.list'> = async ({ scope, query }, { database, sendsMail }) => {
  const wanted = { states: STATES[query.show], q: query.q.trim() }
  const page = await paged(query, (window) => inSchool(database, scope, (tx) => listHeldMessages(tx, { ...wanted, ...window })))
  return page.ok ? ok<RouteAnswer<'messages.list'>>({ ...page.value, sendsMail }) : page
}
