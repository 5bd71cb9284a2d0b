import { inSchool } from '../../../db/index.ts'
import { readClass } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { found } from '../found.ts'

/** `GET /v1/schools/:school/classes/:class` */
export const readClassDetails: Handler<'classes.read'> = async ({ scope, params, query }, { database }) =>
  found(await inSchool(database, scope, (tx) => readClass(tx, params['class'] ?? '', query.asOf)))
