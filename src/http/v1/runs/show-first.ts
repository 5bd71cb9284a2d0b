import { presentFirstPart } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { showFirst } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/first/plan` */
export const showFirstOfRun: Handler<'runs.showFirst'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const { planHash, choice } = call.body
    const part = await showFirst(tx, { runId: id, planHash, choice, ids: services.ids })
    return part.ok ? ok(presentFirstPart(part.value)) : part
  })
