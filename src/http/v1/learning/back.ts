import { inSchool } from '../../../db/index.ts'
import { presentLearning } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { goBackInLearning } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/learning/back` */
export const goBackInVersions: Handler<'learning.back'> = ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const back = await goBackInLearning(tx, { version: body.version, ids })
    return back.ok ? ok(await presentLearning(tx)) : back
  })
