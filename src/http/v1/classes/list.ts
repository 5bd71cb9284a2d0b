import { inSchool } from '../../../db/index.ts'
import { listClasses } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

/** `GET /v1/schools/:school/classes` */
export const listSchoolClasses: Handler<'classes.list'> = ({ scope, query }, { database }) =>
  paged(query, (window) => inSchool(database, scope, (tx) => listClasses(tx, { ...query, ...window })))
