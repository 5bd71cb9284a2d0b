import { inSchool } from '../../../db/index.ts'
import { presentCalendar } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { dropPeriod } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `DELETE /v1/schools/:school/calendar/:period` */
export const removeCalendarPeriod: Handler<'calendar.remove'> = ({ scope, params }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const removed = await dropPeriod(tx, params['period'] ?? '', ids)
    return removed.ok ? ok(await presentCalendar(tx, ids.clock())) : removed
  })
