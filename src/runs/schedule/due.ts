import { dateIn, daysAfter, instantIn, weekdayOf } from '../../kernel/index.ts'

/** What the schedule does: nothing, look, sync what needs nobody, or add who is new and change nothing else (D30). */
export type ScheduleMode = 'off' | 'check' | 'sync' | 'additions'

/** When a school is to be checked, by its own clock. */
export interface Timetable {
  readonly mode: ScheduleMode
  /** Of the day. */
  readonly minute: number
  /** Days of the week, 1 for Monday. */
  readonly days: readonly number[]
  readonly onlyInTerm: boolean
  /** The first day, `YYYY-MM-DD`, on which a pause is over; `open`: when a person says so; null: no pause. */
  readonly pausedUntil: string | 'open' | null
}

/** A stretch of days of the school's calendar, both included. */
export interface Period {
  readonly kind: 'term' | 'closed'
  readonly from: string
  readonly to: string
}

/** How far ahead the next time is looked for: a summer holiday and then some. */
const DAYS_AHEAD = 400
/** Whoever was off for longer makes good one time of the last week, like everybody. */
const DAYS_BACK = 8

/** The last time before or at `now` at which the timetable says to check, whatever the calendar says; null: none lately. */
export function lastDue({ mode, minute, days }: Pick<Timetable, 'mode' | 'minute' | 'days'>, timeZone: string, now: Date): Date | null {
  if (mode === 'off') return null
  const today = dateIn(timeZone, now)
  for (let back = 0; back <= DAYS_BACK; back += 1) {
    const date = daysAfter(today, -back)
    const at = instantIn(timeZone, date, minute)
    if (days.includes(weekdayOf(date)) && at <= now) return at
  }
  return null
}

/** The next time after `now` at which a check will be made; null: none is in sight. */
export function nextDue(timetable: Timetable, calendar: readonly Period[], timeZone: string, now: Date): Date | null {
  const { mode, minute, days } = timetable
  if (mode === 'off' || timetable.pausedUntil === 'open') return null
  const today = dateIn(timeZone, now)
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const date = daysAfter(today, ahead)
    if (!days.includes(weekdayOf(date)) || whyNot(timetable, calendar, date) !== null) continue
    const at = instantIn(timeZone, date, minute)
    if (at > now) return at
  }
  return null
}

/** Why nothing is checked by itself on a day: a pause, a closed period, or no term. Null: nothing is in the way. */
export function whyNot(
  { pausedUntil, onlyInTerm }: Pick<Timetable, 'pausedUntil' | 'onlyInTerm'>,
  calendar: readonly Period[],
  date: string,
): 'paused' | 'closed' | 'no_term' | null {
  if (pausedUntil !== null && (pausedUntil === 'open' || date < pausedUntil)) return 'paused'
  const isIn = (kind: Period['kind']): boolean => calendar.some((it) => it.kind === kind && it.from <= date && date <= it.to)
  if (isIn('closed')) return 'closed'
  return onlyInTerm && !isIn('term') ? 'no_term' : null
}
