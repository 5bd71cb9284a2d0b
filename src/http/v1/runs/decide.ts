import { presentDecided } from '../../../insight/index.ts'
import { fail, ok } from '../../../kernel/index.ts'
import { decideRows } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'
import { refusedAsOvertaken } from './overtaken.ts'

/** `POST /v1/schools/:school/runs/:run/decisions` */
export const decideAboutRows: Handler<'runs.decide'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const done = await decideRows(tx, { runId: id, seen: call.ifMatch, acts: call.body, context: contextOf(services) })
    if (!done.ok) return fail('problem' in done.failure ? await refusedAsOvertaken(tx, done.failure) : done.failure)
    const { run, batchId, made, rowIds } = done.value
    const kind = 'all' in call.body ? call.body.all.kind : null
    return ok(await presentDecided(tx, run, { batch: batchId, made, rowIds, kind }))
  })
