import { sql } from 'kysely'
import type { SchoolTx, Tx } from '../../db/index.ts'
import type { Period, ScheduleMode, Timetable } from './due.ts'

/** When a school is checked by itself, as it stands in the database. */
export interface Schedule extends Omit<Timetable, 'pausedUntil'> {
  /** Whatever was due up to then is dealt with. */
  readonly dealtUntil: Date
  readonly pausedAt: Date | null
  readonly pausedBy: string | null
  readonly pausedWhy: 'undo' | 'person' | null
  readonly pausedUntil: string | null
  /** Rises with every change; 0: nobody has ever set it. */
  readonly version: number
}

/** D30: off until the school says otherwise; then every night at two. */
const USUAL: Schedule = {
  ...{ mode: 'off', minute: 120, days: [1, 2, 3, 4, 5, 6, 7], onlyInTerm: false, dealtUntil: new Date(0), version: 0 },
  ...{ pausedAt: null, pausedBy: null, pausedWhy: null, pausedUntil: null },
}

/** The school's schedule; where none is kept, the usual one, which is off. */
export async function readSchedule(tx: SchoolTx): Promise<Schedule> {
  const [row] = await tx.rows(sql<Schedule>`
    select mode, minute, days, only_in_term as "onlyInTerm", dealt_until as "dealtUntil", paused_at as "pausedAt", paused_by as "pausedBy",
      paused_why as "pausedWhy", paused_until as "pausedUntil", version
    from schedule where school_id = ${tx.schoolId}`)
  return row ?? USUAL
}

/** Keeps a schedule in place of the one there was. */
export async function writeSchedule(tx: SchoolTx, it: Schedule): Promise<void> {
  await tx.rows(sql`
    insert into schedule (school_id, mode, minute, days, only_in_term, dealt_until, paused_at, paused_by, paused_why, paused_until, version)
    values (${tx.schoolId}, ${it.mode}, ${it.minute}, ${it.days}::smallint[], ${it.onlyInTerm}, ${it.dealtUntil}, ${it.pausedAt}, ${it.pausedBy},
      ${it.pausedWhy}, ${it.pausedUntil}, ${it.version})
    on conflict (school_id) do update set mode = excluded.mode, minute = excluded.minute, days = excluded.days, only_in_term = excluded.only_in_term,
      dealt_until = excluded.dealt_until, paused_at = excluded.paused_at, paused_by = excluded.paused_by, paused_why = excluded.paused_why,
      paused_until = excluded.paused_until, version = excluded.version`)
}

/** A schedule of some school that is on, with what tells whether it is due. */
export interface RunningSchedule {
  readonly schoolId: string
  readonly mode: ScheduleMode
  readonly minute: number
  readonly days: readonly number[]
  readonly dealtUntil: Date
  readonly timeZone: string
}

/** The schedules of all schools that are on. */
export async function runningSchedules(tx: Tx): Promise<readonly RunningSchedule[]> {
  return tx.rows(sql<RunningSchedule>`
    select s.school_id as "schoolId", s.mode, s.minute, s.days, s.dealt_until as "dealtUntil", school.time_zone as "timeZone"
    from schedule s join school on school.id = s.school_id where s.mode <> 'off' order by s.school_id`)
}

/** A period of the school's calendar, by its name. */
export interface NamedPeriod extends Period {
  readonly id: string
  readonly name: string
}

/** The school's calendar, in its order. */
export async function readCalendar(tx: SchoolTx): Promise<readonly NamedPeriod[]> {
  return tx.rows(sql<NamedPeriod>`
    select id, kind, name, from_date as "from", to_date as "to" from calendar_period where school_id = ${tx.schoolId}
    order by from_date, to_date, id`)
}

/** Adds a period to the school's calendar, or puts it in place of the one with its id. */
export async function writePeriod(tx: SchoolTx, it: NamedPeriod): Promise<void> {
  await tx.rows(sql`
    insert into calendar_period (school_id, id, kind, name, from_date, to_date)
    values (${tx.schoolId}, ${it.id}, ${it.kind}, ${it.name}, ${it.from}, ${it.to})
    on conflict (school_id, id) do update set kind = excluded.kind, name = excluded.name, from_date = excluded.from_date, to_date = excluded.to_date`)
}

/** Takes a period out of the calendar; false: there was none. */
export async function removePeriod(tx: SchoolTx, id: string): Promise<boolean> {
  const rows = await tx.rows(sql`delete from calendar_period where school_id = ${tx.schoolId} and id = ${id} returning id`)
  return rows.length > 0
}
