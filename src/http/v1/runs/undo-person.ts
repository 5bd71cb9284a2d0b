import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { planUndoOfPerson } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/people/:person/undo` */
export const undoPersonOfSync: Handler<'runs.undoPerson'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const planned = await planUndoOfPerson(tx, { runId: id, personId: call.params['person'] ?? '' }, services.ids)
    return planned.ok ? ok(await presentRun(tx, planned.value.run)) : planned
  })
