import { dateIn } from '../kernel/index.ts'
import { schoolYearOn, startYearOn } from '../roster/index.ts'
import type { School } from '../schools/index.ts'
import type { Reading } from './read-upload.ts'
import type { Run } from './run.ts'

/** Which school year the year groups of a read are of (S-90), by the calendar year it begins in, and who says so. */
export interface SchoolYearOfRun {
  readonly start: number
  readonly source: 'chosen' | 'mis' | 'school'
  /** `YYYY-MM-DD` where the source names its school year (C9). */
  readonly misStart: string | null
  /** By the school's own first day of the year, on the day of the run. */
  readonly bySchool: number
}

/** What a person chose in the run, else what the source's calendar says, else the school's year start. */
export function schoolYearOfRun(
  { options, createdAt }: Pick<Run, 'options' | 'createdAt'>,
  { school, read }: { readonly school: School; readonly read: Pick<Reading, 'schoolYears'> },
): SchoolYearOfRun {
  const today = dateIn(school.timeZone, createdAt)
  const bySchool = startYearOn(school.yearStart, today)
  const misStart = schoolYearOn(read.schoolYears, today)?.start ?? null
  const chosen = options.choices?.schoolYear
  if (chosen !== undefined) return { start: chosen, source: 'chosen', misStart, bySchool }
  if (misStart !== null) return { start: Number(misStart.slice(0, 4)), source: 'mis', misStart, bySchool }
  return { start: bySchool, source: 'school', misStart, bySchool }
}
