import { presentBatches } from '../../../insight/index.ts'
import { listBatches } from '../../../review/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/decisions` */
export const listDecisions: Handler<'runs.decisions'> = (call, services) =>
  inRun(call, services, (tx, run) =>
    paged(call.query, async (window) => {
      const { batches, total } = await listBatches(tx, run.id, window)
      return { items: await presentBatches(tx, batches), total }
    }),
  )
