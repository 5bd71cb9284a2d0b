import { inSchool } from '../../../db/index.ts'
import { presentLimits } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { changeLimits } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `PUT /v1/schools/:school/limits` */
export const changeSchoolLimits: Handler<'limits.change'> = ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const { seen, ...rules } = body
    const changed = await changeLimits(tx, { seen, rules, ids })
    return changed.ok ? ok(await presentLimits(tx)) : changed
  })
