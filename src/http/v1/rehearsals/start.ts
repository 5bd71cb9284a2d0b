import { inSchool } from '../../../db/index.ts'
import { ok } from '../../../kernel/index.ts'
import { startRehearsal } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/rehearsals` */
export const startSchoolRehearsal: Handler<'rehearsals.start'> = async ({ scope, body }, { database, ids, carryOn }) => {
  const started = await inSchool(database, scope, (tx) => startRehearsal(tx, { uploadId: body.upload, on: body.on, ids }))
  if (!started.ok) return started
  await carryOn({ schoolId: scope.schoolId, runId: started.value.id, actor: scope.actor.id })
  return ok({ run: started.value.id })
}
