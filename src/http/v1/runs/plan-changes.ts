import { planChanges } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/plan/changes` */
export const listPlanChanges: Handler<'runs.planChanges'> = (call, services) =>
  inRun(call, services, (tx, { id }) =>
    paged(call.query, (window) => {
      const { line, q, recordKind, only } = call.query
      return planChanges(tx, { runId: id, line, q, recordKind, only, ...window })
    }),
  )
