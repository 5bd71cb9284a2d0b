import { inSchool } from '../../../db/index.ts'
import { presentCalendar } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { addPeriod } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/calendar` */
export const addCalendarPeriod: Handler<'calendar.add'> = ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const added = await addPeriod(tx, body, ids)
    return added.ok ? ok(await presentCalendar(tx, ids.clock())) : added
  })
