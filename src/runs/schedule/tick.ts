import { acrossSchools, type Database, inSchool, type SchoolTx } from '../../db/index.ts'
import type { RunJob } from '../../jobs/index.ts'
import { dateIn } from '../../kernel/index.ts'
import { allow, SCHEDULE } from '../../permission/index.ts'
import { type IdSource, lockSchool } from '../../schools/index.ts'
import { type CheckSource, startCheck } from '../check.ts'
import { lastDue, whyNot } from './due.ts'
import { readCalendar, readSchedule, runningSchedules, writeSchedule } from './schedule.store.ts'
import { timetableOf } from './timetable-of.ts'

/**
 * Opens a check in every school whose time has come, and gives them for the queue. What was missed while nothing ran is made
 * good once, however often it was missed. Any number of processes may do this at a time: each school is dealt with by one.
 */
export async function startDueChecks(database: Database, source: CheckSource, ids: IdSource): Promise<readonly RunJob[]> {
  const now = ids.clock()
  const running = await acrossSchools(database, 'schedules of which some may be due', runningSchedules)
  const due = running.filter((it) => isDue(it, it.timeZone, now))
  const jobs: RunJob[] = []
  for (const { schoolId } of due) {
    const scope = allow(SCHEDULE, 'run.start', schoolId)
    if (!scope.ok) throw new Error(`The schedule may not start a run: ${scope.failure}.`)
    const runId = await inSchool(database, scope.value, (tx) => startIfDue(tx, source, ids))
    if (runId !== null) jobs.push({ schoolId, runId, actor: SCHEDULE.id })
  }
  return jobs
}

/** Whether a time has come that nobody has dealt with. */
function isDue(it: Parameters<typeof lastDue>[0] & { readonly dealtUntil: Date }, timeZone: string, now: Date): boolean {
  const last = lastDue(it, timeZone, now)
  return last !== null && last > it.dealtUntil
}

/** Null: somebody else was quicker, it is not the day, or there is nothing to carry on. */
async function startIfDue(tx: SchoolTx, source: CheckSource, ids: IdSource): Promise<string | null> {
  const { timeZone } = await lockSchool(tx)
  const now = ids.clock()
  const schedule = await readSchedule(tx)
  if (!isDue(schedule, timeZone, now)) return null
  await writeSchedule(tx, { ...schedule, dealtUntil: now })
  if (schedule.mode === 'off' || whyNot(timetableOf(schedule), await readCalendar(tx), dateIn(timeZone, now)) !== null) return null
  const afterwards = schedule.mode === 'check' ? 'plan' : schedule.mode
  const run = await startCheck(tx, { afterwards, source, ids })
  return run.state === 'queued' ? run.id : null
}
