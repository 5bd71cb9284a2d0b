import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { discardRun } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/discard` */
export const discardReview: Handler<'runs.discard'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const discarded = await discardRun(tx, id, services.ids)
    return discarded.ok ? ok(await presentRun(tx, discarded.value)) : discarded
  })
