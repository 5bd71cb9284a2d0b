import { findApplication } from '../../../access/index.ts'
import { inSchool } from '../../../db/index.ts'
import { listAccess } from '../../../insight/index.ts'
import { fail, problem } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

/** `GET /v1/schools/:school/access` */
export const listSchoolAccess: Handler<'access.list'> = async ({ scope, query }, { database }) => {
  const application = await inSchool(database, scope, (tx) => findApplication(tx, query.application))
  if (application === undefined) return fail(problem('access.application_unknown'))
  return paged(query, (window) => inSchool(database, scope, (tx) => listAccess(tx, { ...query, application, ...window })))
}
