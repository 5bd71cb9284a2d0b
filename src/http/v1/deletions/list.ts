import { inSchool } from '../../../db/index.ts'
import { listDeleted, listReceipts } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

/** `GET /v1/schools/:school/deletions` */
export const listDeletedPeople: Handler<'deletions.list'> = ({ scope, query }, { database }) =>
  paged(query, (window) => inSchool(database, scope, (tx) => listDeleted(tx, { ...query, ...window })))

/** `GET /v1/schools/:school/deletions/receipts` */
export const listErasureReceipts: Handler<'deletions.receipts'> = ({ scope, query }, { database }) =>
  paged(query, (window) => inSchool(database, scope, (tx) => listReceipts(tx, window)))
