import type { Timetable } from './due.ts'
import type { Schedule } from './schedule.store.ts'

/** What a schedule says about times. */
export function timetableOf({ mode, minute, days, onlyInTerm, pausedAt, pausedUntil }: Schedule): Timetable {
  return { mode, minute, days, onlyInTerm, pausedUntil: pausedAt === null ? null : (pausedUntil ?? 'open') }
}
