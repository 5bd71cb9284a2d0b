import { namesOfActors } from '../access/index.ts'
import type { CalendarDetails, CheckDetails, Home, ScheduleDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { dateIn, nextClockChange } from '../kernel/index.ts'
import { nextDue, type Run, readCalendar, readRuns, readSchedule, type Schedule, timetableOf, whyNot } from '../runs/index.ts'
import { readSchool } from '../schools/index.ts'
import { readLooks } from './looks.store.ts'

/** The schedule of the school as its settings page shows it. */
export async function presentSchedule(tx: SchoolTx, now: Date): Promise<ScheduleDetails> {
  const { timeZone } = await readSchool(tx)
  const schedule = await readSchedule(tx)
  const calendar = await readCalendar(tx)
  const { minute, days, onlyInTerm, version } = schedule
  const two = (value: number): string => String(value).padStart(2, '0')
  return {
    ...(await inShort(tx, schedule, { calendar, timeZone, now })),
    time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    ...{ days: [...days], onlyInTerm, timeZone, version },
    clocksChangeOn: nextClockChange(timeZone, now),
    hasTerms: calendar.some((it) => it.kind === 'term'),
    lastCheck: await presentLastCheck(tx),
  }
}

/** The same in short, for Home. */
export async function presentScheduleInShort(tx: SchoolTx, now: Date): Promise<NonNullable<Home['schedule']>> {
  const { timeZone } = await readSchool(tx)
  return inShort(tx, await readSchedule(tx), { calendar: await readCalendar(tx), timeZone, now })
}

interface Around {
  readonly calendar: Awaited<ReturnType<typeof readCalendar>>
  readonly timeZone: string
  readonly now: Date
}

async function inShort(tx: SchoolTx, schedule: Schedule, { calendar, timeZone, now }: Around): Promise<NonNullable<Home['schedule']>> {
  const timetable = timetableOf(schedule)
  const isPaused = whyNot(timetable, [], dateIn(timeZone, now)) === 'paused' && schedule.pausedAt !== null
  const by = schedule.pausedBy ?? ''
  const names = isPaused ? await namesOfActors(tx, [by]) : new Map<string, string>()
  return {
    mode: schedule.mode,
    nextAt: nextDue(timetable, calendar, timeZone, now)?.toISOString() ?? null,
    paused:
      isPaused && schedule.pausedAt !== null
        ? { at: schedule.pausedAt.toISOString(), by: names.get(by) ?? by, why: schedule.pausedWhy ?? 'person', until: schedule.pausedUntil }
        : null,
  }
}

/** What the newest check of the school found; null: there has been none. */
export async function presentLastCheck(tx: SchoolTx): Promise<CheckDetails | null> {
  const [run] = await readRuns(tx, await readLooks(tx, 'check', 1))
  if (run === undefined) return null
  const names = await namesOfActors(tx, [run.actor])
  return presentCheck(run, names.get(run.actor) ?? run.actor)
}

function presentCheck({ id, changedAt, state, result, failure }: Run, by: string): CheckDetails {
  const { changes = 0, pupils = 0, staff = 0, errors = 0, yearGroups = 0 } = result.found ?? {}
  return {
    ...{ run: id, at: changedAt.toISOString(), by },
    state: state === 'checked' || state === 'failed' ? state : 'waiting',
    ...{ changes, pupils, staff, errors, yearGroups },
    holds: result.holds?.length ?? 0,
    failure: failure?.code ?? null,
  }
}

/** The calendar of the school. */
export async function presentCalendar(tx: SchoolTx, now: Date): Promise<CalendarDetails> {
  const { timeZone } = await readSchool(tx)
  return { today: dateIn(timeZone, now), periods: (await readCalendar(tx)).map((it) => ({ ...it })) }
}
