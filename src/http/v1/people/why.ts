import { inSchool } from '../../../db/index.ts'
import { readWhy } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { found } from '../found.ts'

/** `GET /v1/schools/:school/people/:person/why` */
export const readWhyOfPerson: Handler<'people.why'> = async ({ scope, params }, { database }) =>
  found(await inSchool(database, scope, (tx) => readWhy(tx, params['person'] ?? '')))
