import { presentCounts } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/counts` */
export const readCounts: Handler<'runs.counts'> = (call, services) =>
  inRun(call, services, async (tx, run) => ok(await presentCounts(tx, run, call.query)))
