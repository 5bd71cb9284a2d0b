import { inSchool } from '../../../db/index.ts'
import { changePerson } from '../../../directory/index.ts'
import { readPerson } from '../../../insight/index.ts'
import { fail } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { found } from '../found.ts'
import { sayWho } from './say-who.ts'

/** `PATCH /v1/schools/:school/people/:person` */
export const changePersonDetails: Handler<'people.change'> = async ({ scope, params, body, ifMatch }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const personId = params['person'] ?? ''
    const changed = await changePerson(tx, ids, { personId, fields: body.fields, version: ifMatch })
    return changed.ok ? found(await readPerson(tx, personId)) : fail(await sayWho(tx, personId, changed.failure))
  })
