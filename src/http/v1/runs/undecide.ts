import { presentDecided } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { undecide } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/decisions/undo` */
export const undoDecisions: Handler<'runs.undecide'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const { batch, isGoingBack } = call.body
    const done = await undecide(tx, { runId: id, batchId: batch, isGoingBack, context: contextOf(services) })
    if (!done.ok) return done
    const { run, rowIds, batchIds } = done.value
    return ok(await presentDecided(tx, run, { batch: null, made: rowIds.length, undone: batchIds, rowIds, kind: null }))
  })
