import { inSchool } from '../../../db/index.ts'
import { presentCalendar } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { changePeriod } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `PUT /v1/schools/:school/calendar/:period` */
export const changeCalendarPeriod: Handler<'calendar.change'> = ({ scope, params, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const changed = await changePeriod(tx, { ...body, id: params['period'] ?? '' }, ids)
    return changed.ok ? ok(await presentCalendar(tx, ids.clock())) : changed
  })
