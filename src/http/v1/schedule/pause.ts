import { inSchool } from '../../../db/index.ts'
import { presentSchedule } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { pauseSchedule } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/schedule/pause` */
export const pauseSchoolSchedule: Handler<'schedule.pause'> = ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const paused = await pauseSchedule(tx, body.until, ids)
    return paused.ok ? ok(await presentSchedule(tx, ids.clock())) : paused
  })
