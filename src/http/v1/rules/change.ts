import { inSchool } from '../../../db/index.ts'
import { presentRules } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { changeMatchingRules } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `PATCH /v1/schools/:school/rules` */
export const changeSchoolRules: Handler<'rules.change'> = async ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    await changeMatchingRules(tx, body, ids)
    return ok(await presentRules(tx))
  })
