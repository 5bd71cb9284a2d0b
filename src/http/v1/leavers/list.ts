import { inSchool } from '../../../db/index.ts'
import { listLeavers } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

/** `GET /v1/schools/:school/leavers` */
export const listSchoolLeavers: Handler<'leavers.list'> = ({ scope, query }, { database }) =>
  paged(query, (window) => inSchool(database, scope, (tx) => listLeavers(tx, { ...query, ...window })))
