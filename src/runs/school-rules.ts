import { dateIn } from '../kernel/index.ts'
import type { Cohort, School, SchoolSettings } from '../schools/index.ts'
import type { PersonBody, Snapshot } from '../snapshots/index.ts'
import type { YearGroupReader } from './year-group-reader.ts'

/** Whether a pupil is among the chosen years or registration classes (S-82); without a choice everybody is. */
export function isInCohort(
  cohort: Cohort | null,
  body: PersonBody,
  { current, years }: { readonly current: Snapshot['current']; readonly years: Pick<YearGroupReader, 'of'> },
): boolean {
  if (cohort === null || (cohort.yearGroups.length === 0 && cohort.registrationClasses.length === 0)) return true
  const raw = body.fields.yearGroup ?? null
  const code = raw === null ? null : (years.of(raw)?.code ?? null)
  if (code !== null && cohort.yearGroups.includes(code)) return true
  return (body.enrolments ?? []).some(({ classSourceId }) => {
    const record = current.get(`class/${classSourceId}`)
    return record?.kind === 'class' && record.body.kind === 'registration' && cohort.registrationClasses.includes(record.body.name)
  })
}

/** Whether it is the school's year-start window, by its own clock (D19). Both days included; a window may turn over the year's end. */
export function isYearStart(
  school: Pick<School, 'timeZone'>,
  { yearStartWindow }: Pick<SchoolSettings, 'yearStartWindow'>,
  now: Date,
): boolean {
  return isInWindow(yearStartWindow, dateIn(school.timeZone, now))
}

/** Whether a date `YYYY-MM-DD` is in a window of days of the year. */
export function isInWindow({ from, to }: SchoolSettings['yearStartWindow'], date: string): boolean {
  const day = date.slice(5)
  return from <= to ? from <= day && day <= to : day >= from || day <= to
}
