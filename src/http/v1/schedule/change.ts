import { inSchool } from '../../../db/index.ts'
import { presentSchedule } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { changeSchedule } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `PUT /v1/schools/:school/schedule` */
export const changeSchoolSchedule: Handler<'schedule.change'> = ({ scope, body, ifMatch }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const { mode, days, onlyInTerm, time } = body
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    const change = { mode, days: [...new Set(days)], onlyInTerm, minute: hours * 60 + minutes }
    const changed = await changeSchedule(tx, { change, seenVersion: ifMatch, ids })
    return changed.ok ? ok(await presentSchedule(tx, ids.clock())) : changed
  })
