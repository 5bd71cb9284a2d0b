import { inSchool } from '../../../db/index.ts'
import { readPerson } from '../../../insight/index.ts'
import { fail, isUuid, problem } from '../../../kernel/index.ts'
import { manageByHand, syncAgain } from '../../../runs/index.ts'
import type { Handler, RouteCall, Services } from '../../handler.ts'
import { found } from '../found.ts'
import { contextOf } from '../runs/in-run.ts'
import { sayWho } from './say-who.ts'

/** `POST /v1/schools/:school/people/:person/by-hand` */
export const managePersonByHand: Handler<'people.manageByHand'> = (it, services) => act(manageByHand, it, services)

/** `POST /v1/schools/:school/people/:person/sync-again` */
export const syncPersonAgain: Handler<'people.syncAgain'> = (it, services) => act(syncAgain, it, services)

type Call = Pick<RouteCall<'people.syncAgain'>, 'scope' | 'params' | 'ifMatch'>

async function act(does: typeof syncAgain, { scope, params, ifMatch }: Call, services: Services) {
  const personId = params['person'] ?? ''
  if (!isUuid(personId)) return fail(problem('address.unknown'))
  return inSchool(services.database, scope, async (tx) => {
    const done = await does(tx, contextOf(services), { personId, version: ifMatch })
    return done.ok ? found(await readPerson(tx, personId)) : fail(await sayWho(tx, personId, { problem: done.failure }))
  })
}
