import { presentRows } from '../../../insight/index.ts'
import { listRows } from '../../../review/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/rows` */
export const listReviewRows: Handler<'runs.rows'> = (call, services) =>
  inRun(call, services, (tx, run) =>
    paged(call.query, async (window) => {
      const { rows, total } = await listRows(tx, run.id, { ...call.query, ...window })
      return { items: await presentRows(tx, rows), total, version: run.version }
    }),
  )
