import { inSchool } from '../../../db/index.ts'
import { listDuplicates } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

/** `GET /v1/schools/:school/duplicates` */
export const listPossibleDuplicates: Handler<'duplicates.list'> = ({ scope, query }, { database }) =>
  paged(query, (window) => inSchool(database, scope, (tx) => listDuplicates(tx, { ...query, ...window })))
