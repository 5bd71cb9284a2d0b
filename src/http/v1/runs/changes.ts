import { listChanges } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/changes` */
export const listRunChanges: Handler<'runs.changes'> = (call, services) =>
  inRun(call, services, (tx, run) => paged(call.query, (window) => listChanges(tx, run.id, { ...call.query, ...window })))
