import { inSchool } from '../../../db/index.ts'
import { presentLimits } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/limits` */
export const readSchoolLimits: Handler<'limits.read'> = async ({ scope }, { database }) =>
  ok(await inSchool(database, scope, presentLimits))
