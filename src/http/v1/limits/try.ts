import { inSchool } from '../../../db/index.ts'
import { presentReplay } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/limits/try` */
export const tryOtherLimits: Handler<'limits.try'> = async ({ scope, body }, { database }) =>
  ok(await inSchool(database, scope, (tx) => presentReplay(tx, body)))
