import { inSchool } from '../../../db/index.ts'
import { listUploads } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'

/** `GET /v1/schools/:school/uploads` */
export const listSchoolUploads: Handler<'uploads.list'> = ({ scope, query }, { database }) =>
  paged(query, (window) => inSchool(database, scope, (tx) => listUploads(tx, window)))
