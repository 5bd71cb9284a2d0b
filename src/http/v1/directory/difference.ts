import { inSchool } from '../../../db/index.ts'
import { listDifference } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

/** `GET /v1/schools/:school/difference` */
export const readDifference: Handler<'directory.difference'> = ({ scope, query }, { database }) =>
  paged(query, (window) => inSchool(database, scope, (tx) => listDifference(tx, { ...query, ...window })))
