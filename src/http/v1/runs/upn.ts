import { showUpns } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/rows/:row/upn`: a POST, because that somebody looked is kept. */
export const showRowUpn: Handler<'runs.showUpn'> = (call, services) =>
  inRun(call, services, (tx, run) => showUpns(tx, run, { rowId: call.params['row'] ?? '', context: contextOf(services) }))
