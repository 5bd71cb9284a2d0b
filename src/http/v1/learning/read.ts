import { inSchool } from '../../../db/index.ts'
import { presentLearning } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/learning` */
export const readLearning: Handler<'learning.read'> = async ({ scope }, { database }) =>
  ok(await inSchool(database, scope, presentLearning))
