import { inSchool } from '../../../db/index.ts'
import { readCheck } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

/** `GET /v1/schools/:school/sanity-checks/found` */
export const readSchoolCheck: Handler<'sanity.read'> = ({ scope, query }, { database, ids }) =>
  paged(query, (window) => inSchool(database, scope, (tx) => readCheck(tx, { ...query, ...window }, ids.clock)))
