import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run` */
export const readRunDetails: Handler<'runs.read'> = (call, services) =>
  inRun(call, services, async (tx, run) => ok(await presentRun(tx, run)))
