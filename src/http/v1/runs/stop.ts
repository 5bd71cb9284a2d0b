import { presentRun } from '../../../insight/index.ts'
import { fail, ok, problem } from '../../../kernel/index.ts'
import { stopRun } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun, runIdOf } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/stop` */
export const stopSync: Handler<'runs.stop'> = async (call, services) => {
  const runId = runIdOf(call.params)
  if (runId === null) return fail(problem('run.not_found'))
  const stopped = await stopRun(services.database, call.scope, { runId, ids: services.ids })
  return stopped.ok ? inRun(call, services, async (tx, run) => ok(await presentRun(tx, run))) : stopped
}
