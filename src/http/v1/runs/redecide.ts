import { presentDecided } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { redecide } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/decisions/redo` */
export const redoDecisions: Handler<'runs.redecide'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const { batch } = call.body
    const done = await redecide(tx, { runId: id, batchId: batch, context: contextOf(services) })
    if (!done.ok) return done
    const { run, rowIds } = done.value
    return ok(await presentDecided(tx, run, { batch, made: rowIds.length, rowIds, kind: null }))
  })
