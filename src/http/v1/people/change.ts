import { inSchool, type SchoolTx } from '../../../db/index.ts'
import { changePerson, type EditRefused } from '../../../directory/index.ts'
import { readPerson } from '../../../insight/index.ts'
import { fail } from '../../../kernel/index.ts'
import type { Handler, Refused } from '../../handler.ts'
import { found } from '../found.ts'

/** `PATCH /v1/schools/:school/people/:person` */
export const changePersonDetails: Handler<'people.change'> = async ({ scope, params, body, ifMatch }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const personId = params['person'] ?? ''
    const changed = await changePerson(tx, ids, { personId, fields: body.fields, version: ifMatch })
    return changed.ok ? found(await readPerson(tx, personId)) : fail(await sayWho(tx, personId, changed.failure))
  })

/** Who looked at an older version is told who has changed the person since, and when. */
async function sayWho(tx: SchoolTx, personId: string, refused: EditRefused): Promise<Refused> {
  if (refused.problem.code !== 'version.changed') return refused
  const [last] = (await readPerson(tx, personId))?.timeline ?? []
  return last === undefined ? refused : { ...refused, changedBy: { name: last.by, at: last.at, rows: [personId] } }
}
