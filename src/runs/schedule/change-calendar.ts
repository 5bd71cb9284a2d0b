import type { SchoolTx } from '../../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import { type IdSource, lockSchool, newId } from '../../schools/index.ts'
import { noteChange } from './note-change.ts'
import { type NamedPeriod, readCalendar, removePeriod, writePeriod } from './schedule.store.ts'

/** As many as a school has in years; a list of thousands would be a mistake. */
const PERIODS_MAX = 200

/** Adds a term, or days on which nothing is synced by itself. */
export async function addPeriod(tx: SchoolTx, period: Omit<NamedPeriod, 'id'>, ids: IdSource): Promise<Result<NamedPeriod, Problem>> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  if ((await readCalendar(tx)).length >= PERIODS_MAX) return fail(problem('calendar.full', { params: { max: PERIODS_MAX } }))
  return ok(await keep(tx, { ...period, id: newId(ids) }, ids))
}

/** Changes a period of the calendar. */
export async function changePeriod(tx: SchoolTx, period: NamedPeriod, ids: IdSource): Promise<Result<NamedPeriod, Problem>> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  if (!(await readCalendar(tx)).some((it) => it.id === period.id)) return fail(problem('calendar.not_found'))
  return ok(await keep(tx, period, ids))
}

/** Takes a period out of the calendar. */
export async function dropPeriod(tx: SchoolTx, id: string, ids: IdSource): Promise<Result<null, Problem>> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  if (!(await removePeriod(tx, id))) return fail(problem('calendar.not_found'))
  await noteChange(tx, ids, { action: 'calendar.changed', subject: id, what: { removed: id } })
  return ok(null)
}

async function keep(tx: SchoolTx, period: NamedPeriod, ids: IdSource): Promise<NamedPeriod> {
  await writePeriod(tx, period)
  await noteChange(tx, ids, { action: 'calendar.changed', subject: period.id, what: { ...period } })
  return period
}
