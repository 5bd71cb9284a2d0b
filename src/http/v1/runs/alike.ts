import { presentAlike } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/alike` */
export const listAlikeRows: Handler<'runs.alike'> = (call, services) =>
  inRun(call, services, async (tx, run) => ok(await presentAlike(tx, run, call.query.pattern)))
