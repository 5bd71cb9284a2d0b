import { inSchool } from '../../../db/index.ts'
import { listPeople } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

/** `GET /v1/schools/:school/people` */
export const listSchoolPeople: Handler<'people.list'> = ({ scope, query }, { database }) =>
  paged(query, (window) => inSchool(database, scope, (tx) => listPeople(tx, { ...query, ...window })))
