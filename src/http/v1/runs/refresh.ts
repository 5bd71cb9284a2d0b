import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { refreshRun } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/refresh` */
export const refreshReviewOfRun: Handler<'runs.refresh'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const run = await refreshRun(tx, { runId: id, context: contextOf(services) })
    return run.ok ? ok(await presentRun(tx, run.value)) : run
  })
