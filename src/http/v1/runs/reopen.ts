import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { reopenRun } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/reopen` */
export const reopenReview: Handler<'runs.reopen'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const reopened = await reopenRun(tx, { runId: id, context: contextOf(services) })
    return reopened.ok ? ok(await presentRun(tx, reopened.value)) : reopened
  })
