import { inSchool } from '../../../db/index.ts'
import { listRunDetails } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

/** `GET /v1/schools/:school/runs` */
export const listSchoolRuns: Handler<'runs.list'> = ({ scope, query }, { database }) =>
  paged(query, (window) => inSchool(database, scope, (tx) => listRunDetails(tx, { ...window, state: query.state })))
