import { presentHold } from '../../../insight/index.ts'
import { fail, ok, problem } from '../../../kernel/index.ts'
import { checkHold } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from '../runs/in-run.ts'

/** `POST /v1/schools/:school/holds/:run/check` */
export const checkHoldAgain: Handler<'holds.check'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const checked = await checkHold(tx, id, contextOf(services))
    if (!checked.ok) return checked
    const hold = await presentHold(tx, checked.value, services.ids.clock())
    return hold === undefined ? fail(problem('run.not_found')) : ok(hold)
  })
