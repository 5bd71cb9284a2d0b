import { inSchool } from '../../../db/index.ts'
import { presentSchedule } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/schedule` */
export const readSchoolSchedule: Handler<'schedule.read'> = async ({ scope }, { database, ids }) =>
  ok(await inSchool(database, scope, (tx) => presentSchedule(tx, ids.clock())))
