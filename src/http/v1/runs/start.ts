import { inSchool } from '../../../db/index.ts'
import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { startReview } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/runs` */
export const startRun: Handler<'runs.start'> = async ({ scope, body }, { database, ids, carryOn }) => {
  const started = await inSchool(database, scope, async (tx) => {
    const run = await startReview(tx, { scope: body.scope, uploadId: body.upload ?? null, ids })
    return run.ok ? ok({ id: run.value.id, details: await presentRun(tx, run.value) }) : run
  })
  if (!started.ok) return started
  await carryOn({ schoolId: scope.schoolId, runId: started.value.id, actor: scope.actor.id })
  return ok(started.value.details)
}
