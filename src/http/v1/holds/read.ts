import { presentHold } from '../../../insight/index.ts'
import { fail, ok, problem } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from '../runs/in-run.ts'

/** `GET /v1/schools/:school/holds/:run` */
export const readHold: Handler<'holds.read'> = (call, services) =>
  inRun(call, services, async (tx, run) => {
    const hold = await presentHold(tx, run, services.ids.clock())
    return hold === undefined ? fail(problem('run.not_found')) : ok(hold)
  })
