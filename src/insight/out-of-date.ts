import { lastAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { nextDue, readCalendar, readSchedule, timetableOf } from '../runs/index.ts'
import { readSchool } from '../schools/index.ts'
import { lastGoodLook } from './home.store.ts'

type Due = Parameters<typeof nextDue>

const HOUR = 3_600_000
const OUT_OF_DATE_HOURS = 48
/** So long a check that is due may still be on its way. */
const ON_ITS_WAY_HOURS = 1

/**
 * Whether no check has succeeded for 48 hours although the schedule wanted one (C3). A school that is not checked by itself is never
 * out of date, nor one that is closed: then nobody waits for a check.
 */
export function isLookMissing(
  { timetable, calendar, timeZone, now }: { timetable: Due[0]; calendar: Due[1]; timeZone: string; now: Date },
  since: Date,
): boolean {
  if (now.getTime() - since.getTime() < OUT_OF_DATE_HOURS * HOUR) return false
  const due = nextDue(timetable, calendar, timeZone, since)
  return due !== null && now.getTime() - due.getTime() >= ON_ITS_WAY_HOURS * HOUR
}

/** The same of a school: since its last good look, or since somebody last changed or resumed its schedule. */
export async function isOutOfDate(tx: SchoolTx, now: Date): Promise<boolean> {
  const schedule = await readSchedule(tx)
  if (schedule.mode === 'off') return false
  const said = [await lastGoodLook(tx), (await lastAct(tx, 'schedule.changed'))?.at, (await lastAct(tx, 'schedule.resumed'))?.at]
  const since = Math.max(...said.map((it) => it?.getTime() ?? 0))
  const { timeZone } = await readSchool(tx)
  return isLookMissing({ timetable: timetableOf(schedule), calendar: await readCalendar(tx), timeZone, now }, new Date(since))
}
