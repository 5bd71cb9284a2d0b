import { inSchool, type SchoolTx } from '../../../db/index.ts'
import type { EditRefused } from '../../../directory/index.ts'
import { readPerson } from '../../../insight/index.ts'
import { fail, isUuid, problem, type Result } from '../../../kernel/index.ts'
import { pinField, type RecordSeen, unpinField } from '../../../runs/index.ts'
import type { Handler, RouteCall, Services } from '../../handler.ts'
import { found } from '../found.ts'
import { contextOf } from '../runs/in-run.ts'
import { sayWho } from './say-who.ts'

/** `POST /v1/schools/:school/people/:person/pins` */
export const pinFieldOfPerson: Handler<'people.pin'> = (it, services) =>
  act(it, services, (tx, seen) => pinField(tx, contextOf(services), { ...it.body, ...seen }))

/** `POST /v1/schools/:school/people/:person/pins/end` */
export const unpinFieldOfPerson: Handler<'people.unpin'> = (it, services) =>
  act(it, services, (tx, seen) => unpinField(tx, contextOf(services), { ...it.body, ...seen }))

type Call = Pick<RouteCall<'people.unpin'>, 'scope' | 'params' | 'ifMatch'>

async function act(
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
