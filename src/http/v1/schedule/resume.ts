import { inSchool } from '../../../db/index.ts'
import { presentSchedule } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { resumeSchedule } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/schedule/resume` */
export const resumeSchoolSchedule: Handler<'schedule.resume'> = async ({ scope }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    await resumeSchedule(tx, ids)
    return ok(await presentSchedule(tx, ids.clock()))
  })
