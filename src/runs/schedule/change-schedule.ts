import type { SchoolTx } from '../../db/index.ts'
import { dateIn, fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import { type IdSource, lockSchool } from '../../schools/index.ts'
import type { Timetable } from './due.ts'
import { noteChange } from './note-change.ts'
import { readSchedule, type Schedule, writeSchedule } from './schedule.store.ts'

/** What a person sets. */
export type ScheduleChange = Pick<Timetable, 'mode' | 'minute' | 'days' | 'onlyInTerm'>

/** Sets when the school is checked by itself (D30); refused where somebody else did since. What was due before is not made good. */
export async function changeSchedule(
  tx: SchoolTx,
  { change, seenVersion, ids }: { readonly change: ScheduleChange; readonly seenVersion: number; readonly ids: IdSource },
): Promise<Result<Schedule, Problem>> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  const schedule = await readSchedule(tx)
  if (schedule.version !== seenVersion) return fail(problem('version.changed'))
  const { mode, minute, days, onlyInTerm } = change
  const said = { mode, minute, days: [...days].sort(), onlyInTerm }
  const changed: Schedule = { ...schedule, ...said, dealtUntil: ids.clock(), version: schedule.version + 1 }
  await writeSchedule(tx, changed)
  await noteChange(tx, ids, { action: 'schedule.changed', what: said })
  return ok(changed)
}

/** A person pauses the schedule until a day, on which it goes on by itself. */
export async function pauseSchedule(tx: SchoolTx, until: string, ids: IdSource): Promise<Result<Schedule, Problem>> {
  assertMayDo(tx.scope, 'school.configure')
  const { timeZone } = await lockSchool(tx)
  const at = ids.clock()
  if (until <= dateIn(timeZone, at)) return fail(problem('schedule.pause_over'))
  const paused = await pause(tx, { why: 'person', until, at })
  await noteChange(tx, ids, { action: 'schedule.paused', what: { until } })
  return ok(paused)
}

/** D27: an undo pauses the schedule until a person resumes it, so that the next night does not do again what was taken back. */
export async function pauseAfterUndo(tx: SchoolTx, at: Date): Promise<void> {
  if ((await readSchedule(tx)).mode !== 'off') await pause(tx, { why: 'undo', until: null, at })
}

/** Ends a pause; what was due meanwhile is not made good. Resuming what is not paused changes nothing. */
export async function resumeSchedule(tx: SchoolTx, ids: IdSource): Promise<Schedule> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  const schedule = await readSchedule(tx)
  if (schedule.pausedAt === null) return schedule
  const ended = { pausedAt: null, pausedBy: null, pausedWhy: null, pausedUntil: null }
  const resumed: Schedule = { ...schedule, ...ended, dealtUntil: ids.clock(), version: schedule.version + 1 }
  await writeSchedule(tx, resumed)
  await noteChange(tx, ids, { action: 'schedule.resumed', what: {} })
  return resumed
}

async function pause(
  tx: SchoolTx,
  { why, until, at }: { readonly why: 'undo' | 'person'; readonly until: string | null; readonly at: Date },
): Promise<Schedule> {
  const schedule = await readSchedule(tx)
  const by = tx.scope.actor.id
  const paused = { ...schedule, pausedAt: at, pausedBy: by, pausedWhy: why, pausedUntil: until, version: schedule.version + 1 }
  await writeSchedule(tx, paused)
  return paused
}
