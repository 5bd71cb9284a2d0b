import { listErrors } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/errors` */
export const listRunErrors: Handler<'runs.errors'> = (call, services) =>
  inRun(call, services, async (tx, run) => ok({ items: await listErrors(tx, run) }))
