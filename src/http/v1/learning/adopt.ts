import { inSchool } from '../../../db/index.ts'
import { presentLearning } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { adoptLearning } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/learning/adopt` */
export const adoptVersionOfLearning: Handler<'learning.adopt'> = ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const adopted = await adoptLearning(tx, { version: body.version, ids })
    return adopted.ok ? ok(await presentLearning(tx)) : adopted
  })
