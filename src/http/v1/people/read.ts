import { inSchool } from '../../../db/index.ts'
import { readPerson } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { found } from '../found.ts'

/** `GET /v1/schools/:school/people/:person` */
export const readPersonDetails: Handler<'people.read'> = async ({ scope, params, query }, { database }) =>
  found(await inSchool(database, scope, (tx) => readPerson(tx, params['person'] ?? '', query.asOf)))
