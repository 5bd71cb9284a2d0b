import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { planUndo } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/undo` */
export const undoSync: Handler<'runs.undo'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const planned = await planUndo(tx, id, services.ids)
    return planned.ok ? ok(await presentRun(tx, planned.value.run)) : planned
  })
