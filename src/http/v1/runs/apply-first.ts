import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { applyFirst } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/first/apply` */
export const applyFirstOfRun: Handler<'runs.applyFirst'> = async (call, services) => {
  const { scope, body } = call
  const asked = await inRun(call, services, async (tx, { id }) => {
    const run = await applyFirst(tx, { runId: id, ...body, ids: services.ids })
    return run.ok ? ok({ id: run.value.id, details: await presentRun(tx, run.value) }) : run
  })
  if (!asked.ok) return asked
  await services.carryOn({ schoolId: scope.schoolId, runId: asked.value.id, actor: scope.actor.id })
  return ok(asked.value.details)
}
