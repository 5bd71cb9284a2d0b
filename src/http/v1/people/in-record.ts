import { inSchool, type SchoolTx } from '../../../db/index.ts'
import type { EditRefused } from '../../../directory/index.ts'
import { readPerson } from '../../../insight/index.ts'
import { fail, isUuid, problem, type Result } from '../../../kernel/index.ts'
import type { RecordSeen } from '../../../runs/index.ts'
import type { RouteCall, Services } from '../../handler.ts'
import { found } from '../found.ts'
import { sayWho } from './say-who.ts'

type Call = Pick<RouteCall<'people.unpin'>, 'scope' | 'params' | 'ifMatch'>

/** Does something to the record of a person as it was seen, and answers how it is then. */
export async function inRecord(
  { scope, params, ifMatch }: Call,
  { database }: Services,
  does: (tx: SchoolTx, seen: RecordSeen) => Promise<Result<null, EditRefused>>,
) {
  const { person: personId = '' } = params
  if (!isUuid(personId)) return fail(problem('address.unknown'))
  return inSchool(database, scope, async (tx) => {
    const done = await does(tx, { personId, version: ifMatch })
    return done.ok ? found(await readPerson(tx, personId)) : fail(await sayWho(tx, personId, done.failure))
  })
}
