import { inSchool } from '../../../db/index.ts'
import { fail, isUuid, ok, problem } from '../../../kernel/index.ts'
import { splitPeople } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf } from '../runs/in-run.ts'

/** `POST /v1/schools/:school/people/:person/split` */
export const splitPerson: Handler<'people.split'> = async ({ scope, params, body }, services) => {
  const personId = params['person'] ?? ''
  if (!isUuid(personId)) return fail(problem('address.unknown'))
  return inSchool(services.database, scope, async (tx) => {
    const split = await splitPeople(tx, { personId, planHash: body.planHash, context: contextOf(services) })
    return split.ok ? ok({ run: split.value }) : split
  })
}
