import { inSchool } from '../../../db/index.ts'
import { presentSplitPlan } from '../../../insight/index.ts'
import { fail, isUuid, ok, problem } from '../../../kernel/index.ts'
import { planSplit } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/people/:person/split` */
export const planSplitOfPerson: Handler<'people.planSplit'> = async ({ scope, params }, { database, ids }) => {
  const personId = params['person'] ?? ''
  if (!isUuid(personId)) return fail(problem('address.unknown'))
  return inSchool(database, scope, async (tx) => {
    const planned = await planSplit(tx, personId, ids.clock())
    return planned.ok ? ok(await presentSplitPlan(tx, planned.value)) : planned
  })
}
