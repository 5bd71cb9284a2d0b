import { presentFreshness } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/freshness` */
export const readFreshness: Handler<'runs.freshness'> = (call, services) =>
  inRun(call, services, async (tx, run) => ok(await presentFreshness(tx, run, services.key)))
