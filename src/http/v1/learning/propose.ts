import { inSchool } from '../../../db/index.ts'
import { presentLearning } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { proposeLearning } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/learning` */
export const proposeVersions: Handler<'learning.propose'> = ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    await proposeLearning(tx, { seed: body.seed, ids })
    return ok(await presentLearning(tx))
  })
