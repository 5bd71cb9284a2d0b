import { inSchool } from '../../../db/index.ts'
import { addPerson } from '../../../directory/index.ts'
import { readPerson } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { found } from '../found.ts'

/** `POST /v1/schools/:school/people` */
export const addSchoolPerson: Handler<'people.add'> = ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const added = await addPerson(tx, ids, body)
    return added.ok ? found(await readPerson(tx, added.value)) : added
  })
