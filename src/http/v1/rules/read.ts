import { inSchool } from '../../../db/index.ts'
import { presentRules } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/rules` */
export const readSchoolRules: Handler<'rules.read'> = async ({ scope }, { database }) => ok(await inSchool(database, scope, presentRules))
