import { presentRows } from '../../../insight/index.ts'
import { listRows } from '../../../review/index.ts'
import type { Handler } from '../../handler.ts'
import { pagedByMark } from '../../paging.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/rows` */
export const listReviewRows: Handler<'runs.rows'> = (call, services) =>
  inRun(call, services, (tx, run) =>
    pagedByMark(call.query, async (window) => {
      const listed = await listRows(tx, run.id, { ...call.query, ...window })
      if (listed === null) return null
      const { rows, total, offset, marks } = listed
      return { items: await presentRows(tx, rows), total, offset, marks, version: run.version }
    }),
  )
