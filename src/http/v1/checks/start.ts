import { inSchool } from '../../../db/index.ts'
import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { checkNow } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/checks` */
export const startCheckNow: Handler<'checks.start'> = async ({ scope }, { database, ids, carryOn }) => {
  const started = await inSchool(database, scope, async (tx) => {
    const run = await checkNow(tx, ids)
    return run.ok ? ok({ id: run.value.id, details: await presentRun(tx, run.value) }) : run
  })
  if (!started.ok) return started
  await carryOn({ schoolId: scope.schoolId, runId: started.value.id, actor: scope.actor.id })
  return ok(started.value.details)
}
