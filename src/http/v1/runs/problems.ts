import { listProblems } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { paged } from '../../paging.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/problems` */
export const listRunProblems: Handler<'runs.problems'> = (call, services) =>
  inRun(call, services, (tx, run) => paged(call.query, (window) => listProblems(tx, run, window)))
