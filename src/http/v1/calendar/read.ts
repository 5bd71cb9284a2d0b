import { inSchool } from '../../../db/index.ts'
import { presentCalendar } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/calendar` */
export const readSchoolCalendar: Handler<'calendar.read'> = async ({ scope }, { database, ids }) =>
  ok(await inSchool(database, scope, (tx) => presentCalendar(tx, ids.clock())))
