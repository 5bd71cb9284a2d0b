import { inSchool } from '../../../db/index.ts'
import { notifyPresence } from '../../../events/index.ts'
import { presentPresence } from '../../../insight/index.ts'
import { fail, ok, problem } from '../../../kernel/index.ts'
import { readRun } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { runIdOf } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/presence`: nothing is kept, the page says it again every few seconds. */
export const notePresence: Handler<'runs.presence'> = async ({ params, body, scope }, { database, presence, ids }) => {
  const run = runIdOf(params)
  if (run === null) return fail(problem('run.not_found'))
  return inSchool(database, scope, async (tx) => {
    if ((await readRun(tx, run)) === undefined) return fail(problem('run.not_found'))
    await notifyPresence(tx, { run, kind: body.kind })
    const others = presence.of({ school: tx.schoolId, run }, ids.clock().getTime()).filter((it) => it.actor !== scope.actor.id)
    return ok(await presentPresence(tx, others))
  })
}
